// Written by gateway/schema/write_validator.ts from gateway/schema/schema.ts; do not edit.
"use strict";
const schema11 = {"type":"object","required":["hostname","network"],"properties":{"extends":{"anyOf":[{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1},{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1},"minItems":1}]},"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"hostname":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$","maxLength":180},"release":{"anyOf":[{"type":"string","pattern":"^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0|rehearsal)$"},{"type":"object","required":["version"],"properties":{"version":{"type":"string","pattern":"^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0)$"},"arch":{"type":"string","enum":["amd64","i386"],"default":"amd64"},"mirror":{"type":"string","pattern":"^(https?|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$"},"key":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1},"rehearsal":{"type":"boolean","default":false}},"additionalProperties":false}],"default":"8.0"},"timezone":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$","default":"UTC"},"disk":{"type":"object","properties":{"size":{"type":"string","pattern":"^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$","default":"6G"},"layout":{"anyOf":[{"type":"string","enum":["single","auto"]},{"type":"array","items":{"type":"object","required":["mount","size"],"properties":{"mount":{"type":"string","pattern":"^(swap|/[A-Za-z0-9_./-]*)$","maxLength":64},"size":{"type":"string","pattern":"^(\\*|[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT])$"},"grow":{"type":"boolean","default":false}},"additionalProperties":false},"minItems":1,"maxItems":15}],"default":"single"}},"additionalProperties":false,"default":{}},"network":{"type":"object","required":["interfaces"],"properties":{"interfaces":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z]+[0-9]+$","maxLength":15},"address":{"type":"string","pattern":"^(dhcp|autoconf|none|[0-9.]+/[0-9]{1,2})$","default":"none"},"address6":{"type":"string","pattern":"^(autoconf|none|[0-9A-Fa-f:.]+/[0-9]{1,3})$","default":"none"},"aliases":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+/[0-9]{1,3}$"},"default":[]},"peer":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"inet6":{"type":"array","items":{"type":"string","enum":["eui64","soii","-soii","temporary","-temporary"]},"default":[]},"groups":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,13}[A-Za-z_]$|^[A-Za-z_]$"},"default":[]},"rdomain":{"type":"integer","minimum":0,"maximum":255,"default":0},"mtu":{"type":"integer","minimum":576,"maximum":65535},"description":{"type":"string","pattern":"^[ !%&()*+,./0-9:;<=>?@A-Z\\[\\]^_a-z{|}~-]*$","maxLength":60},"vlan":{"type":"object","required":["id","parent"],"properties":{"id":{"type":"integer","minimum":1,"maximum":4094},"parent":{"type":"string","pattern":"^[a-z]+[0-9]+$","maxLength":15}},"additionalProperties":false},"carp":{"type":"object","required":["vhid","carpdev"],"properties":{"vhid":{"type":"integer","minimum":1,"maximum":255},"carpdev":{"type":"string","pattern":"^[a-z]+[0-9]+$","maxLength":15},"advskew":{"type":"integer","minimum":0,"maximum":254,"default":0},"advbase":{"type":"integer","minimum":0,"maximum":254,"default":1},"password":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"peer":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"}},"additionalProperties":false},"pfsync":{"type":"object","required":["syncdev"],"properties":{"syncdev":{"type":"string","pattern":"^[a-z]+[0-9]+$","maxLength":15},"syncpeer":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"defer":{"type":"boolean","default":false}},"additionalProperties":false},"gre":{"type":"object","required":["local","remote"],"properties":{"local":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"remote":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"}},"additionalProperties":false},"gif":{"type":"object","required":["local","remote"],"properties":{"local":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"remote":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"}},"additionalProperties":false},"etherip":{"type":"object","required":["local","remote"],"properties":{"local":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"remote":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"}},"additionalProperties":false},"sec":{"type":"object","properties":{},"additionalProperties":false},"wg":{"type":"object","required":["key","peers"],"properties":{"port":{"type":"integer","minimum":1,"maximum":65535},"key":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"peers":{"type":"array","items":{"type":"object","required":["name","publicKey","allowed"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"publicKey":{"type":"string","pattern":"^[A-Za-z0-9+/]{43}=$"},"psk":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"endpoint":{"type":"string","pattern":"^([0-9.]+|\\[[0-9A-Fa-f:.]+\\]):[1-9][0-9]{0,4}$"},"allowed":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+/[0-9]{1,3}$"},"minItems":1},"keepalive":{"type":"integer","minimum":1,"maximum":65535}},"additionalProperties":false},"minItems":1}},"additionalProperties":false},"pppoe":{"type":"object","required":["dev","user","password"],"properties":{"dev":{"type":"string","pattern":"^[a-z]+[0-9]+$","maxLength":15},"user":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1,"maxLength":255},"password":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"authproto":{"type":"string","enum":["pap","chap"],"default":"pap"}},"additionalProperties":false},"aggr":{"type":"object","required":["ports"],"properties":{"ports":{"type":"array","items":{"type":"string","pattern":"^[a-z]+[0-9]+$","maxLength":15},"minItems":1}},"additionalProperties":false},"veb":{"type":"object","required":["ports"],"properties":{"ports":{"type":"array","items":{"type":"string","pattern":"^[a-z]+[0-9]+$","maxLength":15},"minItems":1}},"additionalProperties":false},"bridge":{"type":"object","required":["ports"],"properties":{"ports":{"type":"array","items":{"type":"string","pattern":"^[a-z]+[0-9]+$","maxLength":15},"minItems":1}},"additionalProperties":false},"options":{"type":"array","items":{"type":"string","pattern":"^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"},"default":[]}},"additionalProperties":false},"minItems":1},"gateway":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"},"gateway6":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"},"routes":{"type":"array","items":{"type":"object","required":["to","via"],"properties":{"to":{"type":"string","pattern":"^[0-9A-Fa-f:.]+/[0-9]{1,3}$"},"via":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"}},"additionalProperties":false},"default":[]},"nameservers":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"default":[]},"search":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"},"default":[]},"hosts":{"type":"array","items":{"type":"object","required":["address","names"],"properties":{"address":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"names":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"},"minItems":1}},"additionalProperties":false},"default":[]}},"additionalProperties":false},"access":{"type":"object","properties":{"rootPassword":{"anyOf":[{"type":"string","enum":["none"]},{"type":"object","required":["hash"],"properties":{"hash":{"type":"string","pattern":"^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$"}},"additionalProperties":false},{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}],"default":"none"},"rootKeys":{"type":"array","items":{"type":"string","pattern":"^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","maxLength":8192},"default":[]},"rootSsh":{"type":"string","enum":["no","yes","prohibit-password"]},"users":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9_-]{0,30}$"},"fullName":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#:&,]*$","maxLength":100},"keys":{"type":"array","items":{"type":"string","pattern":"^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","maxLength":8192},"default":[]},"password":{"anyOf":[{"type":"string","enum":["none"]},{"type":"object","required":["hash"],"properties":{"hash":{"type":"string","pattern":"^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$"}},"additionalProperties":false},{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}],"default":"none"},"wheel":{"type":"boolean","default":true},"doas":{"type":"string","enum":["no","password","persist","nopass"]}},"additionalProperties":false},"default":[]}},"additionalProperties":false,"default":{}},"firewall":{"type":"object","properties":{"skipTunnels":{"type":"boolean","default":true},"blockPolicy":{"type":"string","enum":["drop","return"],"default":"drop"},"urpf":{"type":"boolean","default":false},"peers":{"anyOf":[{"type":"string","enum":["any"]},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}]},"tables":{"type":"object","propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_-]{0,30}$"},"additionalProperties":{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}},"default":{}},"allow":{"type":"array","items":{"type":"object","properties":{"proto":{"anyOf":[{"type":"string","pattern":"^[a-z0-9-]+$"},{"type":"array","items":{"type":"string","pattern":"^[a-z0-9-]+$"}}],"default":[]},"port":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"},{"type":"array","items":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"}]}}]},"from":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"to":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"on":{"type":"string","pattern":"^[a-z][a-z0-9_]{0,14}$"},"tunnel":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"},"log":{"type":"boolean","default":false},"tag":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"},"tagged":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"},"maxConnections":{"type":"integer","minimum":1,"maximum":1000000},"maxRate":{"type":"string","pattern":"^[1-9][0-9]{0,5}/[1-9][0-9]{0,5}$"},"overload":{"type":"string","pattern":"^(<[A-Za-z][A-Za-z0-9_-]{0,30}>|[A-Za-z][A-Za-z0-9_-]{0,30})$"},"routeTo":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"replyTo":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"}},"additionalProperties":false},"default":[]},"nat":{"type":"array","items":{"type":"object","required":["on","from"],"properties":{"on":{"type":"string","pattern":"^[a-z][a-z0-9_]{0,14}$"},"from":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"to":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"as":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"log":{"type":"boolean","default":false}},"additionalProperties":false},"default":[]},"redirect":{"type":"array","items":{"type":"object","required":["on","proto","port","to"],"properties":{"on":{"type":"string","pattern":"^[a-z][a-z0-9_]{0,14}$"},"proto":{"anyOf":[{"type":"string","pattern":"^[a-z0-9-]+$"},{"type":"array","items":{"type":"string","pattern":"^[a-z0-9-]+$"}}],"default":[]},"port":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"},{"type":"array","items":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"}]}}]},"from":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"address":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"to":{"anyOf":[{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"}}],"default":[]},"toPort":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"}]},"log":{"type":"boolean","default":false}},"additionalProperties":false},"default":[]},"maxMss":{"type":"integer","minimum":536,"maximum":65495},"rules":{"type":"array","items":{"type":"string","pattern":"^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"},"default":[]}},"additionalProperties":false,"default":{}},"forwarding":{"type":"string","enum":["ipsec","all","none"],"default":"ipsec"},"tunnels":{"type":"array","items":{"type":"object","required":["name","peer"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"ike":{"enum":[1,2],"default":2},"peer":{"type":"string","pattern":"^(any|[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}(/[0-9]{1,3})?)$"},"local":{"anyOf":[{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}}],"default":[]},"remote":{"anyOf":[{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}}],"default":[]},"selectors":{"type":"array","items":{"type":"object","required":["local","remote"],"properties":{"local":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},"remote":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}},"additionalProperties":false},"minItems":1},"proto":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]{0,30}$"},{"type":"integer","minimum":1,"maximum":255}]},"localPort":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]{0,30}$"},{"type":"integer","minimum":1,"maximum":65535}]},"remotePort":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]{0,30}$"},{"type":"integer","minimum":1,"maximum":65535}]},"iface":{"type":"string","pattern":"^sec[0-9]{1,9}$"},"localAddress":{"type":"string","pattern":"^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$","maxLength":45},"mode":{"type":"string","enum":["active","passive","dynamic"],"default":"active"},"exchange":{"type":"string","enum":["main","aggressive"],"default":"main"},"protocol":{"type":"string","enum":["esp","ah"],"default":"esp"},"encapsulation":{"type":"string","enum":["tunnel","transport"],"default":"tunnel"},"phase1":{"anyOf":[{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}]},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},{"type":"array","items":{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}]},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},"minItems":1},{"type":"string","enum":["default"]}],"default":{}},"phase2":{"anyOf":[{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}],"default":"1h"},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},{"type":"array","items":{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}],"default":"1h"},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},"minItems":1},{"type":"string","enum":["default"]}],"default":{}},"ipcomp":{"type":"boolean","default":false},"psk":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"peerKey":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"certificate":{"type":"object","required":["ca","cert","key"],"properties":{"ca":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"cert":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"key":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]}},"additionalProperties":false},"srcid":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$","minLength":1,"maxLength":255},"dstid":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$","minLength":1,"maxLength":255},"tag":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"},"nat":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},"farEnd":{"type":"string","enum":["openbsd","strongswan","libreswan","ios","asa","fortios","junos","routeros","vyos","pfsense"]}},"additionalProperties":false},"default":[]},"clients":{"type":"array","items":{"type":"object","required":["name","pool"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"pool":{"type":"string","pattern":"^[0-9A-Fa-f:.]+/[0-9]{1,3}$"},"networks":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},"default":[]},"nameservers":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"default":[]},"srcid":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$","minLength":1,"maxLength":255},"localAddress":{"type":"string","pattern":"^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$","maxLength":45},"certificate":{"type":"object","required":["ca","cert","key"],"properties":{"ca":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"cert":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"key":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]}},"additionalProperties":false},"users":{"type":"array","items":{"type":"object","required":["name","password"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}$"},"password":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]}},"additionalProperties":false},"default":[]},"psk":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"tag":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}},"additionalProperties":false},"default":[]},"accept":{"type":"array","items":{"type":"object","required":["tunnel","weak","until","because"],"properties":{"tunnel":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"weak":{"type":"array","items":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-ripemd160","3des","blowfish","cast128","null","aes-128-gmac","aes-192-gmac","aes-256-gmac","modp768","modp1024","modp1536","ecp192","ecp224","brainpool224","aggressive"]},"minItems":1},"until":{"type":"string","pattern":"^20[0-9]{2}-[01][0-9]-[0-3][0-9]$"},"because":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1,"maxLength":500}},"additionalProperties":false},"default":[]},"failover":{"type":"object","required":["interface","peer","key"],"properties":{"interface":{"type":"string","pattern":"^[a-z]+[0-9]+$"},"peer":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"key":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]}},"additionalProperties":false},"packages":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$"},"default":[]},"syspatch":{"type":"boolean","default":true},"sysctl":{"type":"object","propertyNames":{"pattern":"^[a-z][A-Za-z0-9_.-]*$"},"additionalProperties":{"type":["string","integer","boolean"],"pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\# ]+$"},"default":{}},"rcConf":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9_]*$"},"additionalProperties":{"type":["string","integer","boolean"],"pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#]*$"},"default":{}},"installurl":{"type":"string","pattern":"^(https?|ftp|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$","default":"https://cdn.openbsd.org/pub/OpenBSD"},"files":{"type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"type":"string","pattern":"^/[A-Za-z0-9_.+@/-]+$","maxLength":200},"content":{"type":"string","pattern":"^[^\\ud800-\\udfff]*$"},"append":{"anyOf":[{"type":"string","pattern":"^[^\\ud800-\\udfff]*$"},{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"source":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1},"secret":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"mode":{"type":"string","pattern":"^0?[0-7]{3}$"},"owner":{"type":"string","pattern":"^[a-z_][a-z0-9_-]*$","default":"root"},"group":{"type":"string","pattern":"^[a-z_][a-z0-9_-]*$","default":"wheel"}},"additionalProperties":false},"default":[]},"console":{"type":"object","properties":{"speed":{"enum":[9600,19200,38400,57600,115200],"default":115200}},"additionalProperties":false,"default":{}},"domain":{"type":"object","properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"uuid":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},"memory":{"type":"string","pattern":"^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$","default":"1024M"},"vcpus":{"anyOf":[{"type":"integer","minimum":1,"maximum":255},{"type":"object","properties":{"current":{"type":"integer","minimum":1,"maximum":255},"maximum":{"type":"integer","minimum":1,"maximum":255}},"additionalProperties":false}],"default":1},"cpu":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]*$","default":"host-passthrough"},"disk":{"type":"string","pattern":"^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"cache":{"type":"string","enum":["none","writethrough","writeback","directsync","unsafe"]},"discard":{"type":"boolean","default":true},"interfaces":{"type":"array","items":{"type":"object","required":["bridge"],"properties":{"bridge":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$"},"mac":{"type":"string","pattern":"^(random|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$","default":"random"}},"additionalProperties":false},"minItems":1,"maxItems":16},"hardware":{"type":"string","enum":["virtio","legacy"],"default":"virtio"},"machine":{"type":"string","enum":["q35","pc"]},"firmware":{"type":"string","enum":["bios","uefi"],"default":"bios"},"rng":{"type":"boolean","default":true},"graphics":{"type":"string","enum":["none","vnc","spice"],"default":"none"},"autostart":{"type":"boolean","default":false},"description":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","maxLength":200}},"additionalProperties":false,"default":{}}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const func3 = (text) => [...text].length;
const pattern0 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$", "u");
const pattern2 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", "u");
const pattern3 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$", "u");
const pattern4 = new RegExp("^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0|rehearsal)$", "u");
const pattern5 = new RegExp("^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0)$", "u");
const pattern6 = new RegExp("^(https?|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$", "u");
const pattern8 = new RegExp("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$", "u");
const pattern9 = new RegExp("^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$", "u");
const pattern10 = new RegExp("^(swap|/[A-Za-z0-9_./-]*)$", "u");
const pattern11 = new RegExp("^(\\*|[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT])$", "u");
const pattern12 = new RegExp("^[a-z]+[0-9]+$", "u");
const pattern13 = new RegExp("^(dhcp|autoconf|none|[0-9.]+/[0-9]{1,2})$", "u");
const pattern14 = new RegExp("^(autoconf|none|[0-9A-Fa-f:.]+/[0-9]{1,3})$", "u");
const pattern15 = new RegExp("^[0-9A-Fa-f:.]+/[0-9]{1,3}$", "u");
const pattern16 = new RegExp("^[0-9A-Fa-f:.]+$", "u");
const pattern17 = new RegExp("^[A-Za-z_][A-Za-z0-9_]{0,13}[A-Za-z_]$|^[A-Za-z_]$", "u");
const pattern18 = new RegExp("^[ !%&()*+,./0-9:;<=>?@A-Z\\[\\]^_a-z{|}~-]*$", "u");
const pattern22 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern37 = new RegExp("^[A-Za-z0-9+/]{43}=$", "u");
const pattern41 = new RegExp("^([0-9.]+|\\[[0-9A-Fa-f:.]+\\]):[1-9][0-9]{0,4}$", "u");
const pattern51 = new RegExp("^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$", "u");
const pattern52 = new RegExp("^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$", "u");
const pattern60 = new RegExp("^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$", "u");
const pattern64 = new RegExp("^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$", "u");
const pattern65 = new RegExp("^[a-z][a-z0-9_-]{0,30}$", "u");
const pattern66 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#:&,]*$", "u");
const pattern72 = new RegExp("^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$", "u");
const pattern73 = new RegExp("^[A-Za-z][A-Za-z0-9_-]{0,30}$", "u");
const pattern75 = new RegExp("^[a-z0-9-]+$", "u");
const pattern77 = new RegExp("^[a-z0-9][a-z0-9:_-]*$", "u");
const pattern83 = new RegExp("^[a-z][a-z0-9_]{0,14}$", "u");
const pattern84 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$", "u");
const pattern85 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$", "u");
const pattern87 = new RegExp("^[1-9][0-9]{0,5}/[1-9][0-9]{0,5}$", "u");
const pattern88 = new RegExp("^(<[A-Za-z][A-Za-z0-9_-]{0,30}>|[A-Za-z][A-Za-z0-9_-]{0,30})$", "u");
const pattern112 = new RegExp("^(any|[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}(/[0-9]{1,3})?)$", "u");
const pattern113 = new RegExp("^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$", "u");
const pattern119 = new RegExp("^[a-z][a-z0-9-]{0,30}$", "u");
const pattern122 = new RegExp("^sec[0-9]{1,9}$", "u");
const pattern123 = new RegExp("^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$", "u");
const pattern124 = new RegExp("^[1-9][0-9]{0,8}[smhd]?$", "u");
const pattern125 = new RegExp("^[1-9][0-9]{0,11}[KMG]?$", "u");
const pattern166 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}$", "u");
const pattern175 = new RegExp("^20[0-9]{2}-[01][0-9]-[0-3][0-9]$", "u");
const pattern182 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$", "u");
const pattern183 = new RegExp("^[a-z][A-Za-z0-9_.-]*$", "u");
const pattern184 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\# ]+$", "u");
const pattern185 = new RegExp("^[a-z][a-z0-9_]*$", "u");
const pattern186 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#]*$", "u");
const pattern187 = new RegExp("^(https?|ftp|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$", "u");
const pattern188 = new RegExp("^/[A-Za-z0-9_.+@/-]+$", "u");
const pattern189 = new RegExp("^[^\\ud800-\\udfff]*$", "u");
const pattern198 = new RegExp("^0?[0-7]{3}$", "u");
const pattern199 = new RegExp("^[a-z_][a-z0-9_-]*$", "u");
const pattern202 = new RegExp("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");
const pattern204 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]*$", "u");
const pattern205 = new RegExp("^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$", "u");
const pattern206 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$", "u");
const pattern207 = new RegExp("^(random|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$", "u");

export const validate = (function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.hostname === undefined){
(vErrors ??= []).push({instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hostname"}});
errors++;
}
if(data.network === undefined){
(vErrors ??= []).push({instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "network"}});
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
(vErrors ??= []).push({instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}});
errors++;
}
}
if(data.extends !== undefined){
let data0 = data.extends;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 === "string"){
if(func3(data0) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/1/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func3(data1) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data1)){
(vErrors ??= []).push({instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
(vErrors ??= []).push({instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.name !== undefined){
let data2 = data.name;
if(typeof data2 === "string"){
if(!pattern2.test(data2)){
(vErrors ??= []).push({instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.hostname !== undefined){
let data3 = data.hostname;
if(typeof data3 === "string"){
if(func3(data3) > 180){
(vErrors ??= []).push({instancePath:instancePath+"/hostname",schemaPath:"#/properties/hostname/maxLength",keyword:"maxLength",params:{limit: 180}});
errors++;
}
if(!pattern3.test(data3)){
(vErrors ??= []).push({instancePath:instancePath+"/hostname",schemaPath:"#/properties/hostname/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/hostname",schemaPath:"#/properties/hostname/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.release !== undefined){
let data4 = data.release;
const _errs15 = errors;
let valid4 = false;
const _errs16 = errors;
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0|rehearsal)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid1 = _errs16 === errors;
valid4 = valid4 || _valid1;
if(!valid4){
const _errs18 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.version === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf/1/required",keyword:"required",params:{missingProperty: "version"}});
errors++;
}
for(const key1 in data4){
if(!(((((key1 === "version") || (key1 === "arch")) || (key1 === "mirror")) || (key1 === "key")) || (key1 === "rehearsal"))){
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}});
errors++;
}
}
if(data4.version !== undefined){
let data5 = data4.version;
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
(vErrors ??= []).push({instancePath:instancePath+"/release/version",schemaPath:"#/properties/release/anyOf/1/properties/version/pattern",keyword:"pattern",params:{pattern: "^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/release/version",schemaPath:"#/properties/release/anyOf/1/properties/version/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data4.arch !== undefined){
let data6 = data4.arch;
if(typeof data6 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/release/arch",schemaPath:"#/properties/release/anyOf/1/properties/arch/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data6 === "amd64") || (data6 === "i386"))){
(vErrors ??= []).push({instancePath:instancePath+"/release/arch",schemaPath:"#/properties/release/anyOf/1/properties/arch/enum",keyword:"enum",params:{allowedValues: schema11.properties.release.anyOf[1].properties.arch.enum}});
errors++;
}
}
if(data4.mirror !== undefined){
let data7 = data4.mirror;
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
(vErrors ??= []).push({instancePath:instancePath+"/release/mirror",schemaPath:"#/properties/release/anyOf/1/properties/mirror/pattern",keyword:"pattern",params:{pattern: "^(https?|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/release/mirror",schemaPath:"#/properties/release/anyOf/1/properties/mirror/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data4.key !== undefined){
let data8 = data4.key;
if(typeof data8 === "string"){
if(func3(data8) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/release/key",schemaPath:"#/properties/release/anyOf/1/properties/key/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data8)){
(vErrors ??= []).push({instancePath:instancePath+"/release/key",schemaPath:"#/properties/release/anyOf/1/properties/key/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/release/key",schemaPath:"#/properties/release/anyOf/1/properties/key/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data4.rehearsal !== undefined){
if(typeof data4.rehearsal !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/release/rehearsal",schemaPath:"#/properties/release/anyOf/1/properties/rehearsal/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid1 = _errs18 === errors;
valid4 = valid4 || _valid1;
}
if(!valid4){
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
}
if(data.timezone !== undefined){
let data10 = data.timezone;
if(typeof data10 === "string"){
if(!pattern8.test(data10)){
(vErrors ??= []).push({instancePath:instancePath+"/timezone",schemaPath:"#/properties/timezone/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/timezone",schemaPath:"#/properties/timezone/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.disk !== undefined){
let data11 = data.disk;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key2 in data11){
if(!((key2 === "size") || (key2 === "layout"))){
(vErrors ??= []).push({instancePath:instancePath+"/disk",schemaPath:"#/properties/disk/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}});
errors++;
}
}
if(data11.size !== undefined){
let data12 = data11.size;
if(typeof data12 === "string"){
if(!pattern9.test(data12)){
(vErrors ??= []).push({instancePath:instancePath+"/disk/size",schemaPath:"#/properties/disk/properties/size/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk/size",schemaPath:"#/properties/disk/properties/size/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data11.layout !== undefined){
let data13 = data11.layout;
const _errs39 = errors;
let valid7 = false;
const _errs40 = errors;
if(typeof data13 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data13 === "single") || (data13 === "auto"))){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.disk.properties.layout.anyOf[0].enum}});
errors++;
}
var _valid2 = _errs40 === errors;
valid7 = valid7 || _valid2;
if(!valid7){
const _errs42 = errors;
if(Array.isArray(data13)){
if(data13.length > 15){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 15}});
errors++;
}
if(data13.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf/1/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.mount === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i1,schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/required",keyword:"required",params:{missingProperty: "mount"}});
errors++;
}
if(data14.size === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i1,schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/required",keyword:"required",params:{missingProperty: "size"}});
errors++;
}
for(const key3 in data14){
if(!(((key3 === "mount") || (key3 === "size")) || (key3 === "grow"))){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i1,schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}});
errors++;
}
}
if(data14.mount !== undefined){
let data15 = data14.mount;
if(typeof data15 === "string"){
if(func3(data15) > 64){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i1+"/mount",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/mount/maxLength",keyword:"maxLength",params:{limit: 64}});
errors++;
}
if(!pattern10.test(data15)){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i1+"/mount",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/mount/pattern",keyword:"pattern",params:{pattern: "^(swap|/[A-Za-z0-9_./-]*)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i1+"/mount",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/mount/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data14.size !== undefined){
let data16 = data14.size;
if(typeof data16 === "string"){
if(!pattern11.test(data16)){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i1+"/size",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/size/pattern",keyword:"pattern",params:{pattern: "^(\\*|[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT])$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i1+"/size",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/size/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data14.grow !== undefined){
if(typeof data14.grow !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i1+"/grow",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/grow/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i1,schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid2 = _errs42 === errors;
valid7 = valid7 || _valid2;
}
if(!valid7){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs39;
if(vErrors !== null){
if(_errs39){
vErrors.length = _errs39;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk",schemaPath:"#/properties/disk/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.network !== undefined){
let data18 = data.network;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.interfaces === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network",schemaPath:"#/properties/network/required",keyword:"required",params:{missingProperty: "interfaces"}});
errors++;
}
for(const key4 in data18){
if(!(((((((key4 === "interfaces") || (key4 === "gateway")) || (key4 === "gateway6")) || (key4 === "routes")) || (key4 === "nameservers")) || (key4 === "search")) || (key4 === "hosts"))){
(vErrors ??= []).push({instancePath:instancePath+"/network",schemaPath:"#/properties/network/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}});
errors++;
}
}
if(data18.interfaces !== undefined){
let data19 = data18.interfaces;
if(Array.isArray(data19)){
if(data19.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces",schemaPath:"#/properties/network/properties/interfaces/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
let data20 = data19[i2];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2,schemaPath:"#/properties/network/properties/interfaces/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
for(const key5 in data20){
if(!(func2.call(schema11.properties.network.properties.interfaces.items.properties, key5))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2,schemaPath:"#/properties/network/properties/interfaces/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}});
errors++;
}
}
if(data20.name !== undefined){
let data21 = data20.name;
if(typeof data21 === "string"){
if(func3(data21) > 15){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/name",schemaPath:"#/properties/network/properties/interfaces/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 15}});
errors++;
}
if(!pattern12.test(data21)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/name",schemaPath:"#/properties/network/properties/interfaces/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/name",schemaPath:"#/properties/network/properties/interfaces/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data20.address !== undefined){
let data22 = data20.address;
if(typeof data22 === "string"){
if(!pattern13.test(data22)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/address",schemaPath:"#/properties/network/properties/interfaces/items/properties/address/pattern",keyword:"pattern",params:{pattern: "^(dhcp|autoconf|none|[0-9.]+/[0-9]{1,2})$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/address",schemaPath:"#/properties/network/properties/interfaces/items/properties/address/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data20.address6 !== undefined){
let data23 = data20.address6;
if(typeof data23 === "string"){
if(!pattern14.test(data23)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/address6",schemaPath:"#/properties/network/properties/interfaces/items/properties/address6/pattern",keyword:"pattern",params:{pattern: "^(autoconf|none|[0-9A-Fa-f:.]+/[0-9]{1,3})$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/address6",schemaPath:"#/properties/network/properties/interfaces/items/properties/address6/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data20.aliases !== undefined){
let data24 = data20.aliases;
if(Array.isArray(data24)){
const len3 = data24.length;
for(let i3=0; i3<len3; i3++){
let data25 = data24[i3];
if(typeof data25 === "string"){
if(!pattern15.test(data25)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aliases/" + i3,schemaPath:"#/properties/network/properties/interfaces/items/properties/aliases/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+/[0-9]{1,3}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aliases/" + i3,schemaPath:"#/properties/network/properties/interfaces/items/properties/aliases/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aliases",schemaPath:"#/properties/network/properties/interfaces/items/properties/aliases/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data20.peer !== undefined){
let data26 = data20.peer;
if(typeof data26 === "string"){
if(!pattern16.test(data26)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/peer",schemaPath:"#/properties/network/properties/interfaces/items/properties/peer/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/peer",schemaPath:"#/properties/network/properties/interfaces/items/properties/peer/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data20.inet6 !== undefined){
let data27 = data20.inet6;
if(Array.isArray(data27)){
const len4 = data27.length;
for(let i4=0; i4<len4; i4++){
let data28 = data27[i4];
if(typeof data28 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/inet6/" + i4,schemaPath:"#/properties/network/properties/interfaces/items/properties/inet6/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data28 === "eui64") || (data28 === "soii")) || (data28 === "-soii")) || (data28 === "temporary")) || (data28 === "-temporary"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/inet6/" + i4,schemaPath:"#/properties/network/properties/interfaces/items/properties/inet6/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.network.properties.interfaces.items.properties.inet6.items.enum}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/inet6",schemaPath:"#/properties/network/properties/interfaces/items/properties/inet6/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data20.groups !== undefined){
let data29 = data20.groups;
if(Array.isArray(data29)){
const len5 = data29.length;
for(let i5=0; i5<len5; i5++){
let data30 = data29[i5];
if(typeof data30 === "string"){
if(!pattern17.test(data30)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/groups/" + i5,schemaPath:"#/properties/network/properties/interfaces/items/properties/groups/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,13}[A-Za-z_]$|^[A-Za-z_]$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/groups/" + i5,schemaPath:"#/properties/network/properties/interfaces/items/properties/groups/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/groups",schemaPath:"#/properties/network/properties/interfaces/items/properties/groups/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data20.rdomain !== undefined){
let data31 = data20.rdomain;
if(!((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31)))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/rdomain",schemaPath:"#/properties/network/properties/interfaces/items/properties/rdomain/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data31 == "number"){
if(data31 > 255 || isNaN(data31)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/rdomain",schemaPath:"#/properties/network/properties/interfaces/items/properties/rdomain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data31 < 0 || isNaN(data31)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/rdomain",schemaPath:"#/properties/network/properties/interfaces/items/properties/rdomain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
if(data20.mtu !== undefined){
let data32 = data20.mtu;
if(!((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32)))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/mtu",schemaPath:"#/properties/network/properties/interfaces/items/properties/mtu/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data32 == "number"){
if(data32 > 65535 || isNaN(data32)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/mtu",schemaPath:"#/properties/network/properties/interfaces/items/properties/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data32 < 576 || isNaN(data32)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/mtu",schemaPath:"#/properties/network/properties/interfaces/items/properties/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 576}});
errors++;
}
}
}
if(data20.description !== undefined){
let data33 = data20.description;
if(typeof data33 === "string"){
if(func3(data33) > 60){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/description",schemaPath:"#/properties/network/properties/interfaces/items/properties/description/maxLength",keyword:"maxLength",params:{limit: 60}});
errors++;
}
if(!pattern18.test(data33)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/description",schemaPath:"#/properties/network/properties/interfaces/items/properties/description/pattern",keyword:"pattern",params:{pattern: "^[ !%&()*+,./0-9:;<=>?@A-Z\\[\\]^_a-z{|}~-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/description",schemaPath:"#/properties/network/properties/interfaces/items/properties/description/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data20.vlan !== undefined){
let data34 = data20.vlan;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.id === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/vlan",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/required",keyword:"required",params:{missingProperty: "id"}});
errors++;
}
if(data34.parent === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/vlan",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/required",keyword:"required",params:{missingProperty: "parent"}});
errors++;
}
for(const key6 in data34){
if(!((key6 === "id") || (key6 === "parent"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/vlan",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}});
errors++;
}
}
if(data34.id !== undefined){
let data35 = data34.id;
if(!((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35)))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/vlan/id",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/id/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data35 == "number"){
if(data35 > 4094 || isNaN(data35)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/vlan/id",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094}});
errors++;
}
if(data35 < 1 || isNaN(data35)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/vlan/id",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data34.parent !== undefined){
let data36 = data34.parent;
if(typeof data36 === "string"){
if(func3(data36) > 15){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/vlan/parent",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/parent/maxLength",keyword:"maxLength",params:{limit: 15}});
errors++;
}
if(!pattern12.test(data36)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/vlan/parent",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/parent/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/vlan/parent",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/parent/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/vlan",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.carp !== undefined){
let data37 = data20.carp;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.vhid === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/required",keyword:"required",params:{missingProperty: "vhid"}});
errors++;
}
if(data37.carpdev === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/required",keyword:"required",params:{missingProperty: "carpdev"}});
errors++;
}
for(const key7 in data37){
if(!((((((key7 === "vhid") || (key7 === "carpdev")) || (key7 === "advskew")) || (key7 === "advbase")) || (key7 === "password")) || (key7 === "peer"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}});
errors++;
}
}
if(data37.vhid !== undefined){
let data38 = data37.vhid;
if(!((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38)))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/vhid",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/vhid/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data38 == "number"){
if(data38 > 255 || isNaN(data38)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/vhid",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/vhid/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data38 < 1 || isNaN(data38)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/vhid",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/vhid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data37.carpdev !== undefined){
let data39 = data37.carpdev;
if(typeof data39 === "string"){
if(func3(data39) > 15){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/carpdev",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/carpdev/maxLength",keyword:"maxLength",params:{limit: 15}});
errors++;
}
if(!pattern12.test(data39)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/carpdev",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/carpdev/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/carpdev",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/carpdev/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data37.advskew !== undefined){
let data40 = data37.advskew;
if(!((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40)))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/advskew",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/advskew/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data40 == "number"){
if(data40 > 254 || isNaN(data40)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/advskew",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/advskew/maximum",keyword:"maximum",params:{comparison: "<=", limit: 254}});
errors++;
}
if(data40 < 0 || isNaN(data40)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/advskew",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/advskew/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
if(data37.advbase !== undefined){
let data41 = data37.advbase;
if(!((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41)))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/advbase",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/advbase/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data41 == "number"){
if(data41 > 254 || isNaN(data41)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/advbase",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/advbase/maximum",keyword:"maximum",params:{comparison: "<=", limit: 254}});
errors++;
}
if(data41 < 0 || isNaN(data41)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/advbase",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/advbase/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
if(data37.password !== undefined){
let data42 = data37.password;
const _errs106 = errors;
let valid23 = false;
const _errs107 = errors;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key8 in data42){
if(!(key8 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}});
errors++;
}
}
if(data42.file !== undefined){
let data43 = data42.file;
if(typeof data43 === "string"){
if(func3(data43) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data43)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid3 = _errs107 === errors;
valid23 = valid23 || _valid3;
if(!valid23){
const _errs112 = errors;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key9 in data42){
if(!(key9 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}});
errors++;
}
}
if(data42.env !== undefined){
let data44 = data42.env;
if(typeof data44 === "string"){
if(!pattern22.test(data44)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password/env",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password/env",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid3 = _errs112 === errors;
valid23 = valid23 || _valid3;
if(!valid23){
const _errs117 = errors;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key10 in data42){
if(!(key10 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}});
errors++;
}
}
if(data42.command !== undefined){
let data45 = data42.command;
if(Array.isArray(data45)){
if(data45.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password/command",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len6 = data45.length;
for(let i6=0; i6<len6; i6++){
let data46 = data45[i6];
if(typeof data46 === "string"){
if(!pattern0.test(data46)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password/command/" + i6,schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password/command/" + i6,schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password/command",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid3 = _errs117 === errors;
valid23 = valid23 || _valid3;
}
}
if(!valid23){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/password/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs106;
if(vErrors !== null){
if(_errs106){
vErrors.length = _errs106;
}
else {
vErrors = null;
}
}
}
}
if(data37.peer !== undefined){
let data47 = data37.peer;
if(typeof data47 === "string"){
if(!pattern16.test(data47)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/peer",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/peer/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp/peer",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/properties/peer/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/carp",schemaPath:"#/properties/network/properties/interfaces/items/properties/carp/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.pfsync !== undefined){
let data48 = data20.pfsync;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.syncdev === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pfsync",schemaPath:"#/properties/network/properties/interfaces/items/properties/pfsync/required",keyword:"required",params:{missingProperty: "syncdev"}});
errors++;
}
for(const key11 in data48){
if(!(((key11 === "syncdev") || (key11 === "syncpeer")) || (key11 === "defer"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pfsync",schemaPath:"#/properties/network/properties/interfaces/items/properties/pfsync/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}});
errors++;
}
}
if(data48.syncdev !== undefined){
let data49 = data48.syncdev;
if(typeof data49 === "string"){
if(func3(data49) > 15){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pfsync/syncdev",schemaPath:"#/properties/network/properties/interfaces/items/properties/pfsync/properties/syncdev/maxLength",keyword:"maxLength",params:{limit: 15}});
errors++;
}
if(!pattern12.test(data49)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pfsync/syncdev",schemaPath:"#/properties/network/properties/interfaces/items/properties/pfsync/properties/syncdev/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pfsync/syncdev",schemaPath:"#/properties/network/properties/interfaces/items/properties/pfsync/properties/syncdev/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data48.syncpeer !== undefined){
let data50 = data48.syncpeer;
if(typeof data50 === "string"){
if(!pattern16.test(data50)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pfsync/syncpeer",schemaPath:"#/properties/network/properties/interfaces/items/properties/pfsync/properties/syncpeer/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pfsync/syncpeer",schemaPath:"#/properties/network/properties/interfaces/items/properties/pfsync/properties/syncpeer/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data48.defer !== undefined){
if(typeof data48.defer !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pfsync/defer",schemaPath:"#/properties/network/properties/interfaces/items/properties/pfsync/properties/defer/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pfsync",schemaPath:"#/properties/network/properties/interfaces/items/properties/pfsync/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.gre !== undefined){
let data52 = data20.gre;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.local === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gre",schemaPath:"#/properties/network/properties/interfaces/items/properties/gre/required",keyword:"required",params:{missingProperty: "local"}});
errors++;
}
if(data52.remote === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gre",schemaPath:"#/properties/network/properties/interfaces/items/properties/gre/required",keyword:"required",params:{missingProperty: "remote"}});
errors++;
}
for(const key12 in data52){
if(!((key12 === "local") || (key12 === "remote"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gre",schemaPath:"#/properties/network/properties/interfaces/items/properties/gre/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}});
errors++;
}
}
if(data52.local !== undefined){
let data53 = data52.local;
if(typeof data53 === "string"){
if(!pattern16.test(data53)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gre/local",schemaPath:"#/properties/network/properties/interfaces/items/properties/gre/properties/local/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gre/local",schemaPath:"#/properties/network/properties/interfaces/items/properties/gre/properties/local/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data52.remote !== undefined){
let data54 = data52.remote;
if(typeof data54 === "string"){
if(!pattern16.test(data54)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gre/remote",schemaPath:"#/properties/network/properties/interfaces/items/properties/gre/properties/remote/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gre/remote",schemaPath:"#/properties/network/properties/interfaces/items/properties/gre/properties/remote/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gre",schemaPath:"#/properties/network/properties/interfaces/items/properties/gre/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.gif !== undefined){
let data55 = data20.gif;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
if(data55.local === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gif",schemaPath:"#/properties/network/properties/interfaces/items/properties/gif/required",keyword:"required",params:{missingProperty: "local"}});
errors++;
}
if(data55.remote === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gif",schemaPath:"#/properties/network/properties/interfaces/items/properties/gif/required",keyword:"required",params:{missingProperty: "remote"}});
errors++;
}
for(const key13 in data55){
if(!((key13 === "local") || (key13 === "remote"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gif",schemaPath:"#/properties/network/properties/interfaces/items/properties/gif/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}});
errors++;
}
}
if(data55.local !== undefined){
let data56 = data55.local;
if(typeof data56 === "string"){
if(!pattern16.test(data56)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gif/local",schemaPath:"#/properties/network/properties/interfaces/items/properties/gif/properties/local/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gif/local",schemaPath:"#/properties/network/properties/interfaces/items/properties/gif/properties/local/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data55.remote !== undefined){
let data57 = data55.remote;
if(typeof data57 === "string"){
if(!pattern16.test(data57)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gif/remote",schemaPath:"#/properties/network/properties/interfaces/items/properties/gif/properties/remote/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gif/remote",schemaPath:"#/properties/network/properties/interfaces/items/properties/gif/properties/remote/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/gif",schemaPath:"#/properties/network/properties/interfaces/items/properties/gif/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.etherip !== undefined){
let data58 = data20.etherip;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.local === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/etherip",schemaPath:"#/properties/network/properties/interfaces/items/properties/etherip/required",keyword:"required",params:{missingProperty: "local"}});
errors++;
}
if(data58.remote === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/etherip",schemaPath:"#/properties/network/properties/interfaces/items/properties/etherip/required",keyword:"required",params:{missingProperty: "remote"}});
errors++;
}
for(const key14 in data58){
if(!((key14 === "local") || (key14 === "remote"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/etherip",schemaPath:"#/properties/network/properties/interfaces/items/properties/etherip/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}});
errors++;
}
}
if(data58.local !== undefined){
let data59 = data58.local;
if(typeof data59 === "string"){
if(!pattern16.test(data59)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/etherip/local",schemaPath:"#/properties/network/properties/interfaces/items/properties/etherip/properties/local/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/etherip/local",schemaPath:"#/properties/network/properties/interfaces/items/properties/etherip/properties/local/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data58.remote !== undefined){
let data60 = data58.remote;
if(typeof data60 === "string"){
if(!pattern16.test(data60)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/etherip/remote",schemaPath:"#/properties/network/properties/interfaces/items/properties/etherip/properties/remote/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/etherip/remote",schemaPath:"#/properties/network/properties/interfaces/items/properties/etherip/properties/remote/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/etherip",schemaPath:"#/properties/network/properties/interfaces/items/properties/etherip/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.sec !== undefined){
let data61 = data20.sec;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
for(const key15 in data61){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/sec",schemaPath:"#/properties/network/properties/interfaces/items/properties/sec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/sec",schemaPath:"#/properties/network/properties/interfaces/items/properties/sec/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.wg !== undefined){
let data62 = data20.wg;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.key === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/required",keyword:"required",params:{missingProperty: "key"}});
errors++;
}
if(data62.peers === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/required",keyword:"required",params:{missingProperty: "peers"}});
errors++;
}
for(const key16 in data62){
if(!(((key16 === "port") || (key16 === "key")) || (key16 === "peers"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}});
errors++;
}
}
if(data62.port !== undefined){
let data63 = data62.port;
if(!((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63)))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/port",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/port/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data63 == "number"){
if(data63 > 65535 || isNaN(data63)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/port",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data63 < 1 || isNaN(data63)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/port",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data62.key !== undefined){
let data64 = data62.key;
const _errs165 = errors;
let valid34 = false;
const _errs166 = errors;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key17 in data64){
if(!(key17 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}});
errors++;
}
}
if(data64.file !== undefined){
let data65 = data64.file;
if(typeof data65 === "string"){
if(func3(data65) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data65)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid4 = _errs166 === errors;
valid34 = valid34 || _valid4;
if(!valid34){
const _errs171 = errors;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key18 in data64){
if(!(key18 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}});
errors++;
}
}
if(data64.env !== undefined){
let data66 = data64.env;
if(typeof data66 === "string"){
if(!pattern22.test(data66)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key/env",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key/env",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid4 = _errs171 === errors;
valid34 = valid34 || _valid4;
if(!valid34){
const _errs176 = errors;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key19 in data64){
if(!(key19 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}});
errors++;
}
}
if(data64.command !== undefined){
let data67 = data64.command;
if(Array.isArray(data67)){
if(data67.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key/command",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len7 = data67.length;
for(let i7=0; i7<len7; i7++){
let data68 = data67[i7];
if(typeof data68 === "string"){
if(!pattern0.test(data68)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key/command/" + i7,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key/command/" + i7,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key/command",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid4 = _errs176 === errors;
valid34 = valid34 || _valid4;
}
}
if(!valid34){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/key",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/key/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs165;
if(vErrors !== null){
if(_errs165){
vErrors.length = _errs165;
}
else {
vErrors = null;
}
}
}
}
if(data62.peers !== undefined){
let data69 = data62.peers;
if(Array.isArray(data69)){
if(data69.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len8 = data69.length;
for(let i8=0; i8<len8; i8++){
let data70 = data69[i8];
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
if(data70.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data70.publicKey === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/required",keyword:"required",params:{missingProperty: "publicKey"}});
errors++;
}
if(data70.allowed === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/required",keyword:"required",params:{missingProperty: "allowed"}});
errors++;
}
for(const key20 in data70){
if(!((((((key20 === "name") || (key20 === "publicKey")) || (key20 === "psk")) || (key20 === "endpoint")) || (key20 === "allowed")) || (key20 === "keepalive"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}});
errors++;
}
}
if(data70.name !== undefined){
let data71 = data70.name;
if(typeof data71 === "string"){
if(!pattern2.test(data71)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/name",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/name",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data70.publicKey !== undefined){
let data72 = data70.publicKey;
if(typeof data72 === "string"){
if(!pattern37.test(data72)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/publicKey",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/publicKey/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]{43}=$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/publicKey",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/publicKey/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data70.psk !== undefined){
let data73 = data70.psk;
const _errs193 = errors;
let valid43 = false;
const _errs194 = errors;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
if(data73.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key21 in data73){
if(!(key21 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}});
errors++;
}
}
if(data73.file !== undefined){
let data74 = data73.file;
if(typeof data74 === "string"){
if(func3(data74) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data74)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid5 = _errs194 === errors;
valid43 = valid43 || _valid5;
if(!valid43){
const _errs199 = errors;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
if(data73.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key22 in data73){
if(!(key22 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}});
errors++;
}
}
if(data73.env !== undefined){
let data75 = data73.env;
if(typeof data75 === "string"){
if(!pattern22.test(data75)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk/env",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk/env",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid5 = _errs199 === errors;
valid43 = valid43 || _valid5;
if(!valid43){
const _errs204 = errors;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
if(data73.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key23 in data73){
if(!(key23 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}});
errors++;
}
}
if(data73.command !== undefined){
let data76 = data73.command;
if(Array.isArray(data76)){
if(data76.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk/command",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len9 = data76.length;
for(let i9=0; i9<len9; i9++){
let data77 = data76[i9];
if(typeof data77 === "string"){
if(!pattern0.test(data77)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk/command/" + i9,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk/command/" + i9,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk/command",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid5 = _errs204 === errors;
valid43 = valid43 || _valid5;
}
}
if(!valid43){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/psk",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/psk/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs193;
if(vErrors !== null){
if(_errs193){
vErrors.length = _errs193;
}
else {
vErrors = null;
}
}
}
}
if(data70.endpoint !== undefined){
let data78 = data70.endpoint;
if(typeof data78 === "string"){
if(!pattern41.test(data78)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/endpoint",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^([0-9.]+|\\[[0-9A-Fa-f:.]+\\]):[1-9][0-9]{0,4}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/endpoint",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/endpoint/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data70.allowed !== undefined){
let data79 = data70.allowed;
if(Array.isArray(data79)){
if(data79.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/allowed",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/allowed/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len10 = data79.length;
for(let i10=0; i10<len10; i10++){
let data80 = data79[i10];
if(typeof data80 === "string"){
if(!pattern15.test(data80)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/allowed/" + i10,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/allowed/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+/[0-9]{1,3}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/allowed/" + i10,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/allowed/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/allowed",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/allowed/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data70.keepalive !== undefined){
let data81 = data70.keepalive;
if(!((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81)))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/keepalive",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/keepalive/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data81 == "number"){
if(data81 > 65535 || isNaN(data81)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/keepalive",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/keepalive/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data81 < 1 || isNaN(data81)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8+"/keepalive",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/properties/keepalive/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers/" + i8,schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg/peers",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/properties/peers/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/wg",schemaPath:"#/properties/network/properties/interfaces/items/properties/wg/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.pppoe !== undefined){
let data82 = data20.pppoe;
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
if(data82.dev === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/required",keyword:"required",params:{missingProperty: "dev"}});
errors++;
}
if(data82.user === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/required",keyword:"required",params:{missingProperty: "user"}});
errors++;
}
if(data82.password === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/required",keyword:"required",params:{missingProperty: "password"}});
errors++;
}
for(const key24 in data82){
if(!((((key24 === "dev") || (key24 === "user")) || (key24 === "password")) || (key24 === "authproto"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}});
errors++;
}
}
if(data82.dev !== undefined){
let data83 = data82.dev;
if(typeof data83 === "string"){
if(func3(data83) > 15){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/dev",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/dev/maxLength",keyword:"maxLength",params:{limit: 15}});
errors++;
}
if(!pattern12.test(data83)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/dev",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/dev/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/dev",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/dev/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data82.user !== undefined){
let data84 = data82.user;
if(typeof data84 === "string"){
if(func3(data84) > 255){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/user",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/user/maxLength",keyword:"maxLength",params:{limit: 255}});
errors++;
}
if(func3(data84) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/user",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/user/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data84)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/user",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/user/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/user",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/user/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data82.password !== undefined){
let data85 = data82.password;
const _errs227 = errors;
let valid52 = false;
const _errs228 = errors;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(data85.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key25 in data85){
if(!(key25 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25}});
errors++;
}
}
if(data85.file !== undefined){
let data86 = data85.file;
if(typeof data86 === "string"){
if(func3(data86) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data86)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password/file",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid6 = _errs228 === errors;
valid52 = valid52 || _valid6;
if(!valid52){
const _errs233 = errors;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(data85.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key26 in data85){
if(!(key26 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26}});
errors++;
}
}
if(data85.env !== undefined){
let data87 = data85.env;
if(typeof data87 === "string"){
if(!pattern22.test(data87)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password/env",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password/env",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid6 = _errs233 === errors;
valid52 = valid52 || _valid6;
if(!valid52){
const _errs238 = errors;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(data85.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key27 in data85){
if(!(key27 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27}});
errors++;
}
}
if(data85.command !== undefined){
let data88 = data85.command;
if(Array.isArray(data88)){
if(data88.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password/command",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len11 = data88.length;
for(let i11=0; i11<len11; i11++){
let data89 = data88[i11];
if(typeof data89 === "string"){
if(!pattern0.test(data89)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password/command/" + i11,schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password/command/" + i11,schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password/command",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid6 = _errs238 === errors;
valid52 = valid52 || _valid6;
}
}
if(!valid52){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/password",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/password/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs227;
if(vErrors !== null){
if(_errs227){
vErrors.length = _errs227;
}
else {
vErrors = null;
}
}
}
}
if(data82.authproto !== undefined){
let data90 = data82.authproto;
if(typeof data90 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/authproto",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/authproto/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data90 === "pap") || (data90 === "chap"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe/authproto",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/properties/authproto/enum",keyword:"enum",params:{allowedValues: schema11.properties.network.properties.interfaces.items.properties.pppoe.properties.authproto.enum}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/pppoe",schemaPath:"#/properties/network/properties/interfaces/items/properties/pppoe/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.aggr !== undefined){
let data91 = data20.aggr;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
if(data91.ports === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aggr",schemaPath:"#/properties/network/properties/interfaces/items/properties/aggr/required",keyword:"required",params:{missingProperty: "ports"}});
errors++;
}
for(const key28 in data91){
if(!(key28 === "ports")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aggr",schemaPath:"#/properties/network/properties/interfaces/items/properties/aggr/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28}});
errors++;
}
}
if(data91.ports !== undefined){
let data92 = data91.ports;
if(Array.isArray(data92)){
if(data92.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aggr/ports",schemaPath:"#/properties/network/properties/interfaces/items/properties/aggr/properties/ports/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len12 = data92.length;
for(let i12=0; i12<len12; i12++){
let data93 = data92[i12];
if(typeof data93 === "string"){
if(func3(data93) > 15){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aggr/ports/" + i12,schemaPath:"#/properties/network/properties/interfaces/items/properties/aggr/properties/ports/items/maxLength",keyword:"maxLength",params:{limit: 15}});
errors++;
}
if(!pattern12.test(data93)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aggr/ports/" + i12,schemaPath:"#/properties/network/properties/interfaces/items/properties/aggr/properties/ports/items/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aggr/ports/" + i12,schemaPath:"#/properties/network/properties/interfaces/items/properties/aggr/properties/ports/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aggr/ports",schemaPath:"#/properties/network/properties/interfaces/items/properties/aggr/properties/ports/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/aggr",schemaPath:"#/properties/network/properties/interfaces/items/properties/aggr/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.veb !== undefined){
let data94 = data20.veb;
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if(data94.ports === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/veb",schemaPath:"#/properties/network/properties/interfaces/items/properties/veb/required",keyword:"required",params:{missingProperty: "ports"}});
errors++;
}
for(const key29 in data94){
if(!(key29 === "ports")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/veb",schemaPath:"#/properties/network/properties/interfaces/items/properties/veb/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29}});
errors++;
}
}
if(data94.ports !== undefined){
let data95 = data94.ports;
if(Array.isArray(data95)){
if(data95.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/veb/ports",schemaPath:"#/properties/network/properties/interfaces/items/properties/veb/properties/ports/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len13 = data95.length;
for(let i13=0; i13<len13; i13++){
let data96 = data95[i13];
if(typeof data96 === "string"){
if(func3(data96) > 15){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/veb/ports/" + i13,schemaPath:"#/properties/network/properties/interfaces/items/properties/veb/properties/ports/items/maxLength",keyword:"maxLength",params:{limit: 15}});
errors++;
}
if(!pattern12.test(data96)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/veb/ports/" + i13,schemaPath:"#/properties/network/properties/interfaces/items/properties/veb/properties/ports/items/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/veb/ports/" + i13,schemaPath:"#/properties/network/properties/interfaces/items/properties/veb/properties/ports/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/veb/ports",schemaPath:"#/properties/network/properties/interfaces/items/properties/veb/properties/ports/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/veb",schemaPath:"#/properties/network/properties/interfaces/items/properties/veb/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.bridge !== undefined){
let data97 = data20.bridge;
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(data97.ports === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/bridge",schemaPath:"#/properties/network/properties/interfaces/items/properties/bridge/required",keyword:"required",params:{missingProperty: "ports"}});
errors++;
}
for(const key30 in data97){
if(!(key30 === "ports")){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/bridge",schemaPath:"#/properties/network/properties/interfaces/items/properties/bridge/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30}});
errors++;
}
}
if(data97.ports !== undefined){
let data98 = data97.ports;
if(Array.isArray(data98)){
if(data98.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/bridge/ports",schemaPath:"#/properties/network/properties/interfaces/items/properties/bridge/properties/ports/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len14 = data98.length;
for(let i14=0; i14<len14; i14++){
let data99 = data98[i14];
if(typeof data99 === "string"){
if(func3(data99) > 15){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/bridge/ports/" + i14,schemaPath:"#/properties/network/properties/interfaces/items/properties/bridge/properties/ports/items/maxLength",keyword:"maxLength",params:{limit: 15}});
errors++;
}
if(!pattern12.test(data99)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/bridge/ports/" + i14,schemaPath:"#/properties/network/properties/interfaces/items/properties/bridge/properties/ports/items/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/bridge/ports/" + i14,schemaPath:"#/properties/network/properties/interfaces/items/properties/bridge/properties/ports/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/bridge/ports",schemaPath:"#/properties/network/properties/interfaces/items/properties/bridge/properties/ports/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/bridge",schemaPath:"#/properties/network/properties/interfaces/items/properties/bridge/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data20.options !== undefined){
let data100 = data20.options;
if(Array.isArray(data100)){
const len15 = data100.length;
for(let i15=0; i15<len15; i15++){
let data101 = data100[i15];
if(typeof data101 === "string"){
if(!pattern51.test(data101)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/options/" + i15,schemaPath:"#/properties/network/properties/interfaces/items/properties/options/items/pattern",keyword:"pattern",params:{pattern: "^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/options/" + i15,schemaPath:"#/properties/network/properties/interfaces/items/properties/options/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2+"/options",schemaPath:"#/properties/network/properties/interfaces/items/properties/options/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i2,schemaPath:"#/properties/network/properties/interfaces/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces",schemaPath:"#/properties/network/properties/interfaces/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data18.gateway !== undefined){
let data102 = data18.gateway;
if(typeof data102 === "string"){
if(!pattern52.test(data102)){
(vErrors ??= []).push({instancePath:instancePath+"/network/gateway",schemaPath:"#/properties/network/properties/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/gateway",schemaPath:"#/properties/network/properties/gateway/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data18.gateway6 !== undefined){
let data103 = data18.gateway6;
if(typeof data103 === "string"){
if(!pattern52.test(data103)){
(vErrors ??= []).push({instancePath:instancePath+"/network/gateway6",schemaPath:"#/properties/network/properties/gateway6/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/gateway6",schemaPath:"#/properties/network/properties/gateway6/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data18.routes !== undefined){
let data104 = data18.routes;
if(Array.isArray(data104)){
const len16 = data104.length;
for(let i16=0; i16<len16; i16++){
let data105 = data104[i16];
if(data105 && typeof data105 == "object" && !Array.isArray(data105)){
if(data105.to === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/routes/" + i16,schemaPath:"#/properties/network/properties/routes/items/required",keyword:"required",params:{missingProperty: "to"}});
errors++;
}
if(data105.via === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/routes/" + i16,schemaPath:"#/properties/network/properties/routes/items/required",keyword:"required",params:{missingProperty: "via"}});
errors++;
}
for(const key31 in data105){
if(!((key31 === "to") || (key31 === "via"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/routes/" + i16,schemaPath:"#/properties/network/properties/routes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31}});
errors++;
}
}
if(data105.to !== undefined){
let data106 = data105.to;
if(typeof data106 === "string"){
if(!pattern15.test(data106)){
(vErrors ??= []).push({instancePath:instancePath+"/network/routes/" + i16+"/to",schemaPath:"#/properties/network/properties/routes/items/properties/to/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+/[0-9]{1,3}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/routes/" + i16+"/to",schemaPath:"#/properties/network/properties/routes/items/properties/to/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data105.via !== undefined){
let data107 = data105.via;
if(typeof data107 === "string"){
if(!pattern52.test(data107)){
(vErrors ??= []).push({instancePath:instancePath+"/network/routes/" + i16+"/via",schemaPath:"#/properties/network/properties/routes/items/properties/via/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/routes/" + i16+"/via",schemaPath:"#/properties/network/properties/routes/items/properties/via/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/routes/" + i16,schemaPath:"#/properties/network/properties/routes/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/routes",schemaPath:"#/properties/network/properties/routes/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data18.nameservers !== undefined){
let data108 = data18.nameservers;
if(Array.isArray(data108)){
const len17 = data108.length;
for(let i17=0; i17<len17; i17++){
let data109 = data108[i17];
if(typeof data109 === "string"){
if(!pattern16.test(data109)){
(vErrors ??= []).push({instancePath:instancePath+"/network/nameservers/" + i17,schemaPath:"#/properties/network/properties/nameservers/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/nameservers/" + i17,schemaPath:"#/properties/network/properties/nameservers/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/nameservers",schemaPath:"#/properties/network/properties/nameservers/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data18.search !== undefined){
let data110 = data18.search;
if(Array.isArray(data110)){
const len18 = data110.length;
for(let i18=0; i18<len18; i18++){
let data111 = data110[i18];
if(typeof data111 === "string"){
if(!pattern3.test(data111)){
(vErrors ??= []).push({instancePath:instancePath+"/network/search/" + i18,schemaPath:"#/properties/network/properties/search/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/search/" + i18,schemaPath:"#/properties/network/properties/search/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/search",schemaPath:"#/properties/network/properties/search/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data18.hosts !== undefined){
let data112 = data18.hosts;
if(Array.isArray(data112)){
const len19 = data112.length;
for(let i19=0; i19<len19; i19++){
let data113 = data112[i19];
if(data113 && typeof data113 == "object" && !Array.isArray(data113)){
if(data113.address === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i19,schemaPath:"#/properties/network/properties/hosts/items/required",keyword:"required",params:{missingProperty: "address"}});
errors++;
}
if(data113.names === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i19,schemaPath:"#/properties/network/properties/hosts/items/required",keyword:"required",params:{missingProperty: "names"}});
errors++;
}
for(const key32 in data113){
if(!((key32 === "address") || (key32 === "names"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i19,schemaPath:"#/properties/network/properties/hosts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32}});
errors++;
}
}
if(data113.address !== undefined){
let data114 = data113.address;
if(typeof data114 === "string"){
if(!pattern16.test(data114)){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i19+"/address",schemaPath:"#/properties/network/properties/hosts/items/properties/address/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i19+"/address",schemaPath:"#/properties/network/properties/hosts/items/properties/address/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data113.names !== undefined){
let data115 = data113.names;
if(Array.isArray(data115)){
if(data115.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i19+"/names",schemaPath:"#/properties/network/properties/hosts/items/properties/names/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len20 = data115.length;
for(let i20=0; i20<len20; i20++){
let data116 = data115[i20];
if(typeof data116 === "string"){
if(!pattern3.test(data116)){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i19+"/names/" + i20,schemaPath:"#/properties/network/properties/hosts/items/properties/names/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i19+"/names/" + i20,schemaPath:"#/properties/network/properties/hosts/items/properties/names/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i19+"/names",schemaPath:"#/properties/network/properties/hosts/items/properties/names/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i19,schemaPath:"#/properties/network/properties/hosts/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts",schemaPath:"#/properties/network/properties/hosts/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network",schemaPath:"#/properties/network/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.access !== undefined){
let data117 = data.access;
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
for(const key33 in data117){
if(!((((key33 === "rootPassword") || (key33 === "rootKeys")) || (key33 === "rootSsh")) || (key33 === "users"))){
(vErrors ??= []).push({instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33}});
errors++;
}
}
if(data117.rootPassword !== undefined){
let data118 = data117.rootPassword;
const _errs308 = errors;
let valid82 = false;
const _errs309 = errors;
if(typeof data118 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data118 === "none")){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.rootPassword.anyOf[0].enum}});
errors++;
}
var _valid7 = _errs309 === errors;
valid82 = valid82 || _valid7;
if(!valid82){
const _errs311 = errors;
if(data118 && typeof data118 == "object" && !Array.isArray(data118)){
if(data118.hash === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/1/required",keyword:"required",params:{missingProperty: "hash"}});
errors++;
}
for(const key34 in data118){
if(!(key34 === "hash")){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34}});
errors++;
}
}
if(data118.hash !== undefined){
let data119 = data118.hash;
if(typeof data119 === "string"){
if(!pattern60.test(data119)){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/hash",schemaPath:"#/properties/access/properties/rootPassword/anyOf/1/properties/hash/pattern",keyword:"pattern",params:{pattern: "^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/hash",schemaPath:"#/properties/access/properties/rootPassword/anyOf/1/properties/hash/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid7 = _errs311 === errors;
valid82 = valid82 || _valid7;
if(!valid82){
const _errs316 = errors;
if(data118 && typeof data118 == "object" && !Array.isArray(data118)){
if(data118.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/2/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key35 in data118){
if(!(key35 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35}});
errors++;
}
}
if(data118.file !== undefined){
let data120 = data118.file;
if(typeof data120 === "string"){
if(func3(data120) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/file",schemaPath:"#/properties/access/properties/rootPassword/anyOf/2/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data120)){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/file",schemaPath:"#/properties/access/properties/rootPassword/anyOf/2/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/file",schemaPath:"#/properties/access/properties/rootPassword/anyOf/2/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid7 = _errs316 === errors;
valid82 = valid82 || _valid7;
if(!valid82){
const _errs321 = errors;
if(data118 && typeof data118 == "object" && !Array.isArray(data118)){
if(data118.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/3/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key36 in data118){
if(!(key36 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36}});
errors++;
}
}
if(data118.env !== undefined){
let data121 = data118.env;
if(typeof data121 === "string"){
if(!pattern22.test(data121)){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/env",schemaPath:"#/properties/access/properties/rootPassword/anyOf/3/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/env",schemaPath:"#/properties/access/properties/rootPassword/anyOf/3/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/3/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid7 = _errs321 === errors;
valid82 = valid82 || _valid7;
if(!valid82){
const _errs326 = errors;
if(data118 && typeof data118 == "object" && !Array.isArray(data118)){
if(data118.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key37 in data118){
if(!(key37 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37}});
errors++;
}
}
if(data118.command !== undefined){
let data122 = data118.command;
if(Array.isArray(data122)){
if(data122.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/command",schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len21 = data122.length;
for(let i21=0; i21<len21; i21++){
let data123 = data122[i21];
if(typeof data123 === "string"){
if(!pattern0.test(data123)){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/command/" + i21,schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/command/" + i21,schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/command",schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid7 = _errs326 === errors;
valid82 = valid82 || _valid7;
}
}
}
}
if(!valid82){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs308;
if(vErrors !== null){
if(_errs308){
vErrors.length = _errs308;
}
else {
vErrors = null;
}
}
}
}
if(data117.rootKeys !== undefined){
let data124 = data117.rootKeys;
if(Array.isArray(data124)){
const len22 = data124.length;
for(let i22=0; i22<len22; i22++){
let data125 = data124[i22];
if(typeof data125 === "string"){
if(func3(data125) > 8192){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootKeys/" + i22,schemaPath:"#/properties/access/properties/rootKeys/items/maxLength",keyword:"maxLength",params:{limit: 8192}});
errors++;
}
if(!pattern64.test(data125)){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootKeys/" + i22,schemaPath:"#/properties/access/properties/rootKeys/items/pattern",keyword:"pattern",params:{pattern: "^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootKeys/" + i22,schemaPath:"#/properties/access/properties/rootKeys/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootKeys",schemaPath:"#/properties/access/properties/rootKeys/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data117.rootSsh !== undefined){
let data126 = data117.rootSsh;
if(typeof data126 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootSsh",schemaPath:"#/properties/access/properties/rootSsh/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data126 === "no") || (data126 === "yes")) || (data126 === "prohibit-password"))){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootSsh",schemaPath:"#/properties/access/properties/rootSsh/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.rootSsh.enum}});
errors++;
}
}
if(data117.users !== undefined){
let data127 = data117.users;
if(Array.isArray(data127)){
const len23 = data127.length;
for(let i23=0; i23<len23; i23++){
let data128 = data127[i23];
if(data128 && typeof data128 == "object" && !Array.isArray(data128)){
if(data128.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23,schemaPath:"#/properties/access/properties/users/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
for(const key38 in data128){
if(!((((((key38 === "name") || (key38 === "fullName")) || (key38 === "keys")) || (key38 === "password")) || (key38 === "wheel")) || (key38 === "doas"))){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23,schemaPath:"#/properties/access/properties/users/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38}});
errors++;
}
}
if(data128.name !== undefined){
let data129 = data128.name;
if(typeof data129 === "string"){
if(!pattern65.test(data129)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/name",schemaPath:"#/properties/access/properties/users/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/name",schemaPath:"#/properties/access/properties/users/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data128.fullName !== undefined){
let data130 = data128.fullName;
if(typeof data130 === "string"){
if(func3(data130) > 100){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/fullName",schemaPath:"#/properties/access/properties/users/items/properties/fullName/maxLength",keyword:"maxLength",params:{limit: 100}});
errors++;
}
if(!pattern66.test(data130)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/fullName",schemaPath:"#/properties/access/properties/users/items/properties/fullName/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#:&,]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/fullName",schemaPath:"#/properties/access/properties/users/items/properties/fullName/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data128.keys !== undefined){
let data131 = data128.keys;
if(Array.isArray(data131)){
const len24 = data131.length;
for(let i24=0; i24<len24; i24++){
let data132 = data131[i24];
if(typeof data132 === "string"){
if(func3(data132) > 8192){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/keys/" + i24,schemaPath:"#/properties/access/properties/users/items/properties/keys/items/maxLength",keyword:"maxLength",params:{limit: 8192}});
errors++;
}
if(!pattern64.test(data132)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/keys/" + i24,schemaPath:"#/properties/access/properties/users/items/properties/keys/items/pattern",keyword:"pattern",params:{pattern: "^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/keys/" + i24,schemaPath:"#/properties/access/properties/users/items/properties/keys/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/keys",schemaPath:"#/properties/access/properties/users/items/properties/keys/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data128.password !== undefined){
let data133 = data128.password;
const _errs353 = errors;
let valid96 = false;
const _errs354 = errors;
if(typeof data133 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data133 === "none")){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.users.items.properties.password.anyOf[0].enum}});
errors++;
}
var _valid8 = _errs354 === errors;
valid96 = valid96 || _valid8;
if(!valid96){
const _errs356 = errors;
if(data133 && typeof data133 == "object" && !Array.isArray(data133)){
if(data133.hash === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/1/required",keyword:"required",params:{missingProperty: "hash"}});
errors++;
}
for(const key39 in data133){
if(!(key39 === "hash")){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39}});
errors++;
}
}
if(data133.hash !== undefined){
let data134 = data133.hash;
if(typeof data134 === "string"){
if(!pattern60.test(data134)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/hash",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/1/properties/hash/pattern",keyword:"pattern",params:{pattern: "^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/hash",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/1/properties/hash/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid8 = _errs356 === errors;
valid96 = valid96 || _valid8;
if(!valid96){
const _errs361 = errors;
if(data133 && typeof data133 == "object" && !Array.isArray(data133)){
if(data133.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key40 in data133){
if(!(key40 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40}});
errors++;
}
}
if(data133.file !== undefined){
let data135 = data133.file;
if(typeof data135 === "string"){
if(func3(data135) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/file",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data135)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/file",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/file",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid8 = _errs361 === errors;
valid96 = valid96 || _valid8;
if(!valid96){
const _errs366 = errors;
if(data133 && typeof data133 == "object" && !Array.isArray(data133)){
if(data133.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/3/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key41 in data133){
if(!(key41 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41}});
errors++;
}
}
if(data133.env !== undefined){
let data136 = data133.env;
if(typeof data136 === "string"){
if(!pattern22.test(data136)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/env",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/3/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/env",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/3/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/3/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid8 = _errs366 === errors;
valid96 = valid96 || _valid8;
if(!valid96){
const _errs371 = errors;
if(data133 && typeof data133 == "object" && !Array.isArray(data133)){
if(data133.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key42 in data133){
if(!(key42 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42}});
errors++;
}
}
if(data133.command !== undefined){
let data137 = data133.command;
if(Array.isArray(data137)){
if(data137.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/command",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len25 = data137.length;
for(let i25=0; i25<len25; i25++){
let data138 = data137[i25];
if(typeof data138 === "string"){
if(!pattern0.test(data138)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/command/" + i25,schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/command/" + i25,schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password/command",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid8 = _errs371 === errors;
valid96 = valid96 || _valid8;
}
}
}
}
if(!valid96){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs353;
if(vErrors !== null){
if(_errs353){
vErrors.length = _errs353;
}
else {
vErrors = null;
}
}
}
}
if(data128.wheel !== undefined){
if(typeof data128.wheel !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/wheel",schemaPath:"#/properties/access/properties/users/items/properties/wheel/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data128.doas !== undefined){
let data140 = data128.doas;
if(typeof data140 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/doas",schemaPath:"#/properties/access/properties/users/items/properties/doas/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((data140 === "no") || (data140 === "password")) || (data140 === "persist")) || (data140 === "nopass"))){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23+"/doas",schemaPath:"#/properties/access/properties/users/items/properties/doas/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.users.items.properties.doas.enum}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i23,schemaPath:"#/properties/access/properties/users/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users",schemaPath:"#/properties/access/properties/users/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.firewall !== undefined){
let data141 = data.firewall;
if(data141 && typeof data141 == "object" && !Array.isArray(data141)){
for(const key43 in data141){
if(!(func2.call(schema11.properties.firewall.properties, key43))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall",schemaPath:"#/properties/firewall/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43}});
errors++;
}
}
if(data141.skipTunnels !== undefined){
if(typeof data141.skipTunnels !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/skipTunnels",schemaPath:"#/properties/firewall/properties/skipTunnels/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data141.blockPolicy !== undefined){
let data143 = data141.blockPolicy;
if(typeof data143 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/blockPolicy",schemaPath:"#/properties/firewall/properties/blockPolicy/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data143 === "drop") || (data143 === "return"))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/blockPolicy",schemaPath:"#/properties/firewall/properties/blockPolicy/enum",keyword:"enum",params:{allowedValues: schema11.properties.firewall.properties.blockPolicy.enum}});
errors++;
}
}
if(data141.urpf !== undefined){
if(typeof data141.urpf !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/urpf",schemaPath:"#/properties/firewall/properties/urpf/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data141.peers !== undefined){
let data145 = data141.peers;
const _errs392 = errors;
let valid104 = false;
const _errs393 = errors;
if(typeof data145 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data145 === "any")){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.firewall.properties.peers.anyOf[0].enum}});
errors++;
}
var _valid9 = _errs393 === errors;
valid104 = valid104 || _valid9;
if(!valid104){
const _errs395 = errors;
if(Array.isArray(data145)){
const len26 = data145.length;
for(let i26=0; i26<len26; i26++){
let data146 = data145[i26];
if(typeof data146 === "string"){
if(!pattern72.test(data146)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers/" + i26,schemaPath:"#/properties/firewall/properties/peers/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers/" + i26,schemaPath:"#/properties/firewall/properties/peers/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid9 = _errs395 === errors;
valid104 = valid104 || _valid9;
}
if(!valid104){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs392;
if(vErrors !== null){
if(_errs392){
vErrors.length = _errs392;
}
else {
vErrors = null;
}
}
}
}
if(data141.tables !== undefined){
let data147 = data141.tables;
if(data147 && typeof data147 == "object" && !Array.isArray(data147)){
for(const key44 in data147){
const _errs401 = errors;
if(typeof key44 === "string"){
if(!pattern73.test(key44)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables",schemaPath:"#/properties/firewall/properties/tables/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]{0,30}$"},propertyName:key44});
errors++;
}
}
var valid107 = _errs401 === errors;
if(!valid107){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables",schemaPath:"#/properties/firewall/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key44}});
errors++;
}
}
for(const key45 in data147){
let data148 = data147[key45];
if(Array.isArray(data148)){
const len27 = data148.length;
for(let i27=0; i27<len27; i27++){
let data149 = data148[i27];
if(typeof data149 === "string"){
if(!pattern72.test(data149)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables/" + key45.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i27,schemaPath:"#/properties/firewall/properties/tables/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables/" + key45.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i27,schemaPath:"#/properties/firewall/properties/tables/additionalProperties/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables/" + key45.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/firewall/properties/tables/additionalProperties/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables",schemaPath:"#/properties/firewall/properties/tables/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data141.allow !== undefined){
let data150 = data141.allow;
if(Array.isArray(data150)){
const len28 = data150.length;
for(let i28=0; i28<len28; i28++){
let data151 = data150[i28];
if(data151 && typeof data151 == "object" && !Array.isArray(data151)){
for(const key46 in data151){
if(!(func2.call(schema11.properties.firewall.properties.allow.items.properties, key46))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28,schemaPath:"#/properties/firewall/properties/allow/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key46}});
errors++;
}
}
if(data151.proto !== undefined){
let data152 = data151.proto;
const _errs413 = errors;
let valid114 = false;
const _errs414 = errors;
if(typeof data152 === "string"){
if(!pattern75.test(data152)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid10 = _errs414 === errors;
valid114 = valid114 || _valid10;
if(!valid114){
const _errs416 = errors;
if(Array.isArray(data152)){
const len29 = data152.length;
for(let i29=0; i29<len29; i29++){
let data153 = data152[i29];
if(typeof data153 === "string"){
if(!pattern75.test(data153)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/proto/" + i29,schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/proto/" + i29,schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid10 = _errs416 === errors;
valid114 = valid114 || _valid10;
}
if(!valid114){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs413;
if(vErrors !== null){
if(_errs413){
vErrors.length = _errs413;
}
else {
vErrors = null;
}
}
}
}
if(data151.port !== undefined){
let data154 = data151.port;
const _errs421 = errors;
let valid117 = false;
const _errs422 = errors;
if(!((typeof data154 == "number") && (!(data154 % 1) && !isNaN(data154)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data154 == "number"){
if(data154 > 65535 || isNaN(data154)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data154 < 1 || isNaN(data154)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid11 = _errs422 === errors;
valid117 = valid117 || _valid11;
if(!valid117){
const _errs424 = errors;
if(typeof data154 === "string"){
if(!pattern77.test(data154)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid11 = _errs424 === errors;
valid117 = valid117 || _valid11;
if(!valid117){
const _errs426 = errors;
if(Array.isArray(data154)){
const len30 = data154.length;
for(let i30=0; i30<len30; i30++){
let data155 = data154[i30];
const _errs429 = errors;
let valid120 = false;
const _errs430 = errors;
if(!((typeof data155 == "number") && (!(data155 % 1) && !isNaN(data155)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port/" + i30,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data155 == "number"){
if(data155 > 65535 || isNaN(data155)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port/" + i30,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data155 < 1 || isNaN(data155)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port/" + i30,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid12 = _errs430 === errors;
valid120 = valid120 || _valid12;
if(!valid120){
const _errs432 = errors;
if(typeof data155 === "string"){
if(!pattern77.test(data155)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port/" + i30,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port/" + i30,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid12 = _errs432 === errors;
valid120 = valid120 || _valid12;
}
if(!valid120){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port/" + i30,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs429;
if(vErrors !== null){
if(_errs429){
vErrors.length = _errs429;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid11 = _errs426 === errors;
valid117 = valid117 || _valid11;
}
}
if(!valid117){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs421;
if(vErrors !== null){
if(_errs421){
vErrors.length = _errs421;
}
else {
vErrors = null;
}
}
}
}
if(data151.from !== undefined){
let data156 = data151.from;
const _errs435 = errors;
let valid121 = false;
const _errs436 = errors;
if(typeof data156 === "string"){
if(!pattern72.test(data156)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid13 = _errs436 === errors;
valid121 = valid121 || _valid13;
if(!valid121){
const _errs438 = errors;
if(Array.isArray(data156)){
const len31 = data156.length;
for(let i31=0; i31<len31; i31++){
let data157 = data156[i31];
if(typeof data157 === "string"){
if(!pattern72.test(data157)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/from/" + i31,schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/from/" + i31,schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid13 = _errs438 === errors;
valid121 = valid121 || _valid13;
}
if(!valid121){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs435;
if(vErrors !== null){
if(_errs435){
vErrors.length = _errs435;
}
else {
vErrors = null;
}
}
}
}
if(data151.to !== undefined){
let data158 = data151.to;
const _errs443 = errors;
let valid124 = false;
const _errs444 = errors;
if(typeof data158 === "string"){
if(!pattern72.test(data158)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid14 = _errs444 === errors;
valid124 = valid124 || _valid14;
if(!valid124){
const _errs446 = errors;
if(Array.isArray(data158)){
const len32 = data158.length;
for(let i32=0; i32<len32; i32++){
let data159 = data158[i32];
if(typeof data159 === "string"){
if(!pattern72.test(data159)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/to/" + i32,schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/to/" + i32,schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid14 = _errs446 === errors;
valid124 = valid124 || _valid14;
}
if(!valid124){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs443;
if(vErrors !== null){
if(_errs443){
vErrors.length = _errs443;
}
else {
vErrors = null;
}
}
}
}
if(data151.on !== undefined){
let data160 = data151.on;
if(typeof data160 === "string"){
if(!pattern83.test(data160)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/on",schemaPath:"#/properties/firewall/properties/allow/items/properties/on/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,14}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/on",schemaPath:"#/properties/firewall/properties/allow/items/properties/on/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data151.tunnel !== undefined){
let data161 = data151.tunnel;
if(typeof data161 === "string"){
if(!pattern84.test(data161)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/tunnel",schemaPath:"#/properties/firewall/properties/allow/items/properties/tunnel/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/tunnel",schemaPath:"#/properties/firewall/properties/allow/items/properties/tunnel/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data151.log !== undefined){
if(typeof data151.log !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/log",schemaPath:"#/properties/firewall/properties/allow/items/properties/log/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data151.tag !== undefined){
let data163 = data151.tag;
if(typeof data163 === "string"){
if(!pattern85.test(data163)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/tag",schemaPath:"#/properties/firewall/properties/allow/items/properties/tag/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/tag",schemaPath:"#/properties/firewall/properties/allow/items/properties/tag/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data151.tagged !== undefined){
let data164 = data151.tagged;
if(typeof data164 === "string"){
if(!pattern85.test(data164)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/tagged",schemaPath:"#/properties/firewall/properties/allow/items/properties/tagged/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/tagged",schemaPath:"#/properties/firewall/properties/allow/items/properties/tagged/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data151.maxConnections !== undefined){
let data165 = data151.maxConnections;
if(!((typeof data165 == "number") && (!(data165 % 1) && !isNaN(data165)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/maxConnections",schemaPath:"#/properties/firewall/properties/allow/items/properties/maxConnections/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data165 == "number"){
if(data165 > 1000000 || isNaN(data165)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/maxConnections",schemaPath:"#/properties/firewall/properties/allow/items/properties/maxConnections/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}});
errors++;
}
if(data165 < 1 || isNaN(data165)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/maxConnections",schemaPath:"#/properties/firewall/properties/allow/items/properties/maxConnections/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data151.maxRate !== undefined){
let data166 = data151.maxRate;
if(typeof data166 === "string"){
if(!pattern87.test(data166)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/maxRate",schemaPath:"#/properties/firewall/properties/allow/items/properties/maxRate/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}/[1-9][0-9]{0,5}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/maxRate",schemaPath:"#/properties/firewall/properties/allow/items/properties/maxRate/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data151.overload !== undefined){
let data167 = data151.overload;
if(typeof data167 === "string"){
if(!pattern88.test(data167)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/overload",schemaPath:"#/properties/firewall/properties/allow/items/properties/overload/pattern",keyword:"pattern",params:{pattern: "^(<[A-Za-z][A-Za-z0-9_-]{0,30}>|[A-Za-z][A-Za-z0-9_-]{0,30})$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/overload",schemaPath:"#/properties/firewall/properties/allow/items/properties/overload/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data151.routeTo !== undefined){
let data168 = data151.routeTo;
if(typeof data168 === "string"){
if(!pattern16.test(data168)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/routeTo",schemaPath:"#/properties/firewall/properties/allow/items/properties/routeTo/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/routeTo",schemaPath:"#/properties/firewall/properties/allow/items/properties/routeTo/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data151.replyTo !== undefined){
let data169 = data151.replyTo;
if(typeof data169 === "string"){
if(!pattern16.test(data169)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/replyTo",schemaPath:"#/properties/firewall/properties/allow/items/properties/replyTo/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28+"/replyTo",schemaPath:"#/properties/firewall/properties/allow/items/properties/replyTo/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i28,schemaPath:"#/properties/firewall/properties/allow/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow",schemaPath:"#/properties/firewall/properties/allow/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data141.nat !== undefined){
let data170 = data141.nat;
if(Array.isArray(data170)){
const len33 = data170.length;
for(let i33=0; i33<len33; i33++){
let data171 = data170[i33];
if(data171 && typeof data171 == "object" && !Array.isArray(data171)){
if(data171.on === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33,schemaPath:"#/properties/firewall/properties/nat/items/required",keyword:"required",params:{missingProperty: "on"}});
errors++;
}
if(data171.from === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33,schemaPath:"#/properties/firewall/properties/nat/items/required",keyword:"required",params:{missingProperty: "from"}});
errors++;
}
for(const key47 in data171){
if(!(((((key47 === "on") || (key47 === "from")) || (key47 === "to")) || (key47 === "as")) || (key47 === "log"))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33,schemaPath:"#/properties/firewall/properties/nat/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key47}});
errors++;
}
}
if(data171.on !== undefined){
let data172 = data171.on;
if(typeof data172 === "string"){
if(!pattern83.test(data172)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/on",schemaPath:"#/properties/firewall/properties/nat/items/properties/on/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,14}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/on",schemaPath:"#/properties/firewall/properties/nat/items/properties/on/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data171.from !== undefined){
let data173 = data171.from;
const _errs478 = errors;
let valid130 = false;
const _errs479 = errors;
if(typeof data173 === "string"){
if(!pattern72.test(data173)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/from",schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/from",schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid15 = _errs479 === errors;
valid130 = valid130 || _valid15;
if(!valid130){
const _errs481 = errors;
if(Array.isArray(data173)){
const len34 = data173.length;
for(let i34=0; i34<len34; i34++){
let data174 = data173[i34];
if(typeof data174 === "string"){
if(!pattern72.test(data174)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/from/" + i34,schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/from/" + i34,schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/from",schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid15 = _errs481 === errors;
valid130 = valid130 || _valid15;
}
if(!valid130){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/from",schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs478;
if(vErrors !== null){
if(_errs478){
vErrors.length = _errs478;
}
else {
vErrors = null;
}
}
}
}
if(data171.to !== undefined){
let data175 = data171.to;
const _errs486 = errors;
let valid133 = false;
const _errs487 = errors;
if(typeof data175 === "string"){
if(!pattern72.test(data175)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/to",schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/to",schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid16 = _errs487 === errors;
valid133 = valid133 || _valid16;
if(!valid133){
const _errs489 = errors;
if(Array.isArray(data175)){
const len35 = data175.length;
for(let i35=0; i35<len35; i35++){
let data176 = data175[i35];
if(typeof data176 === "string"){
if(!pattern72.test(data176)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/to/" + i35,schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/to/" + i35,schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/to",schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid16 = _errs489 === errors;
valid133 = valid133 || _valid16;
}
if(!valid133){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/to",schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs486;
if(vErrors !== null){
if(_errs486){
vErrors.length = _errs486;
}
else {
vErrors = null;
}
}
}
}
if(data171.as !== undefined){
let data177 = data171.as;
const _errs494 = errors;
let valid136 = false;
const _errs495 = errors;
if(typeof data177 === "string"){
if(!pattern72.test(data177)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/as",schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/as",schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid17 = _errs495 === errors;
valid136 = valid136 || _valid17;
if(!valid136){
const _errs497 = errors;
if(Array.isArray(data177)){
const len36 = data177.length;
for(let i36=0; i36<len36; i36++){
let data178 = data177[i36];
if(typeof data178 === "string"){
if(!pattern72.test(data178)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/as/" + i36,schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/as/" + i36,schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/as",schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid17 = _errs497 === errors;
valid136 = valid136 || _valid17;
}
if(!valid136){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/as",schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs494;
if(vErrors !== null){
if(_errs494){
vErrors.length = _errs494;
}
else {
vErrors = null;
}
}
}
}
if(data171.log !== undefined){
if(typeof data171.log !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33+"/log",schemaPath:"#/properties/firewall/properties/nat/items/properties/log/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i33,schemaPath:"#/properties/firewall/properties/nat/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat",schemaPath:"#/properties/firewall/properties/nat/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data141.redirect !== undefined){
let data180 = data141.redirect;
if(Array.isArray(data180)){
const len37 = data180.length;
for(let i37=0; i37<len37; i37++){
let data181 = data180[i37];
if(data181 && typeof data181 == "object" && !Array.isArray(data181)){
if(data181.on === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37,schemaPath:"#/properties/firewall/properties/redirect/items/required",keyword:"required",params:{missingProperty: "on"}});
errors++;
}
if(data181.proto === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37,schemaPath:"#/properties/firewall/properties/redirect/items/required",keyword:"required",params:{missingProperty: "proto"}});
errors++;
}
if(data181.port === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37,schemaPath:"#/properties/firewall/properties/redirect/items/required",keyword:"required",params:{missingProperty: "port"}});
errors++;
}
if(data181.to === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37,schemaPath:"#/properties/firewall/properties/redirect/items/required",keyword:"required",params:{missingProperty: "to"}});
errors++;
}
for(const key48 in data181){
if(!((((((((key48 === "on") || (key48 === "proto")) || (key48 === "port")) || (key48 === "from")) || (key48 === "address")) || (key48 === "to")) || (key48 === "toPort")) || (key48 === "log"))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37,schemaPath:"#/properties/firewall/properties/redirect/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key48}});
errors++;
}
}
if(data181.on !== undefined){
let data182 = data181.on;
if(typeof data182 === "string"){
if(!pattern83.test(data182)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/on",schemaPath:"#/properties/firewall/properties/redirect/items/properties/on/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,14}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/on",schemaPath:"#/properties/firewall/properties/redirect/items/properties/on/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data181.proto !== undefined){
let data183 = data181.proto;
const _errs511 = errors;
let valid142 = false;
const _errs512 = errors;
if(typeof data183 === "string"){
if(!pattern75.test(data183)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/proto",schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/proto",schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid18 = _errs512 === errors;
valid142 = valid142 || _valid18;
if(!valid142){
const _errs514 = errors;
if(Array.isArray(data183)){
const len38 = data183.length;
for(let i38=0; i38<len38; i38++){
let data184 = data183[i38];
if(typeof data184 === "string"){
if(!pattern75.test(data184)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/proto/" + i38,schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/proto/" + i38,schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/proto",schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid18 = _errs514 === errors;
valid142 = valid142 || _valid18;
}
if(!valid142){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/proto",schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs511;
if(vErrors !== null){
if(_errs511){
vErrors.length = _errs511;
}
else {
vErrors = null;
}
}
}
}
if(data181.port !== undefined){
let data185 = data181.port;
const _errs519 = errors;
let valid145 = false;
const _errs520 = errors;
if(!((typeof data185 == "number") && (!(data185 % 1) && !isNaN(data185)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data185 == "number"){
if(data185 > 65535 || isNaN(data185)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data185 < 1 || isNaN(data185)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid19 = _errs520 === errors;
valid145 = valid145 || _valid19;
if(!valid145){
const _errs522 = errors;
if(typeof data185 === "string"){
if(!pattern77.test(data185)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid19 = _errs522 === errors;
valid145 = valid145 || _valid19;
if(!valid145){
const _errs524 = errors;
if(Array.isArray(data185)){
const len39 = data185.length;
for(let i39=0; i39<len39; i39++){
let data186 = data185[i39];
const _errs527 = errors;
let valid148 = false;
const _errs528 = errors;
if(!((typeof data186 == "number") && (!(data186 % 1) && !isNaN(data186)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port/" + i39,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data186 == "number"){
if(data186 > 65535 || isNaN(data186)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port/" + i39,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data186 < 1 || isNaN(data186)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port/" + i39,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid20 = _errs528 === errors;
valid148 = valid148 || _valid20;
if(!valid148){
const _errs530 = errors;
if(typeof data186 === "string"){
if(!pattern77.test(data186)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port/" + i39,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port/" + i39,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid20 = _errs530 === errors;
valid148 = valid148 || _valid20;
}
if(!valid148){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port/" + i39,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs527;
if(vErrors !== null){
if(_errs527){
vErrors.length = _errs527;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid19 = _errs524 === errors;
valid145 = valid145 || _valid19;
}
}
if(!valid145){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs519;
if(vErrors !== null){
if(_errs519){
vErrors.length = _errs519;
}
else {
vErrors = null;
}
}
}
}
if(data181.from !== undefined){
let data187 = data181.from;
const _errs533 = errors;
let valid149 = false;
const _errs534 = errors;
if(typeof data187 === "string"){
if(!pattern72.test(data187)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/from",schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/from",schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid21 = _errs534 === errors;
valid149 = valid149 || _valid21;
if(!valid149){
const _errs536 = errors;
if(Array.isArray(data187)){
const len40 = data187.length;
for(let i40=0; i40<len40; i40++){
let data188 = data187[i40];
if(typeof data188 === "string"){
if(!pattern72.test(data188)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/from/" + i40,schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/from/" + i40,schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/from",schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid21 = _errs536 === errors;
valid149 = valid149 || _valid21;
}
if(!valid149){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/from",schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs533;
if(vErrors !== null){
if(_errs533){
vErrors.length = _errs533;
}
else {
vErrors = null;
}
}
}
}
if(data181.address !== undefined){
let data189 = data181.address;
const _errs541 = errors;
let valid152 = false;
const _errs542 = errors;
if(typeof data189 === "string"){
if(!pattern72.test(data189)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/address",schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/address",schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid22 = _errs542 === errors;
valid152 = valid152 || _valid22;
if(!valid152){
const _errs544 = errors;
if(Array.isArray(data189)){
const len41 = data189.length;
for(let i41=0; i41<len41; i41++){
let data190 = data189[i41];
if(typeof data190 === "string"){
if(!pattern72.test(data190)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/address/" + i41,schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/address/" + i41,schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/address",schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid22 = _errs544 === errors;
valid152 = valid152 || _valid22;
}
if(!valid152){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/address",schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs541;
if(vErrors !== null){
if(_errs541){
vErrors.length = _errs541;
}
else {
vErrors = null;
}
}
}
}
if(data181.to !== undefined){
let data191 = data181.to;
const _errs549 = errors;
let valid155 = false;
const _errs550 = errors;
if(typeof data191 === "string"){
if(!pattern16.test(data191)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/to",schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/to",schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid23 = _errs550 === errors;
valid155 = valid155 || _valid23;
if(!valid155){
const _errs552 = errors;
if(Array.isArray(data191)){
const len42 = data191.length;
for(let i42=0; i42<len42; i42++){
let data192 = data191[i42];
if(typeof data192 === "string"){
if(!pattern16.test(data192)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/to/" + i42,schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/to/" + i42,schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/to",schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid23 = _errs552 === errors;
valid155 = valid155 || _valid23;
}
if(!valid155){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/to",schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs549;
if(vErrors !== null){
if(_errs549){
vErrors.length = _errs549;
}
else {
vErrors = null;
}
}
}
}
if(data181.toPort !== undefined){
let data193 = data181.toPort;
const _errs557 = errors;
let valid158 = false;
const _errs558 = errors;
if(!((typeof data193 == "number") && (!(data193 % 1) && !isNaN(data193)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data193 == "number"){
if(data193 > 65535 || isNaN(data193)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data193 < 1 || isNaN(data193)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid24 = _errs558 === errors;
valid158 = valid158 || _valid24;
if(!valid158){
const _errs560 = errors;
if(typeof data193 === "string"){
if(!pattern77.test(data193)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid24 = _errs560 === errors;
valid158 = valid158 || _valid24;
}
if(!valid158){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs557;
if(vErrors !== null){
if(_errs557){
vErrors.length = _errs557;
}
else {
vErrors = null;
}
}
}
}
if(data181.log !== undefined){
if(typeof data181.log !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37+"/log",schemaPath:"#/properties/firewall/properties/redirect/items/properties/log/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i37,schemaPath:"#/properties/firewall/properties/redirect/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect",schemaPath:"#/properties/firewall/properties/redirect/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data141.maxMss !== undefined){
let data195 = data141.maxMss;
if(!((typeof data195 == "number") && (!(data195 % 1) && !isNaN(data195)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/maxMss",schemaPath:"#/properties/firewall/properties/maxMss/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data195 == "number"){
if(data195 > 65495 || isNaN(data195)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/maxMss",schemaPath:"#/properties/firewall/properties/maxMss/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65495}});
errors++;
}
if(data195 < 536 || isNaN(data195)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/maxMss",schemaPath:"#/properties/firewall/properties/maxMss/minimum",keyword:"minimum",params:{comparison: ">=", limit: 536}});
errors++;
}
}
}
if(data141.rules !== undefined){
let data196 = data141.rules;
if(Array.isArray(data196)){
const len43 = data196.length;
for(let i43=0; i43<len43; i43++){
let data197 = data196[i43];
if(typeof data197 === "string"){
if(!pattern51.test(data197)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/rules/" + i43,schemaPath:"#/properties/firewall/properties/rules/items/pattern",keyword:"pattern",params:{pattern: "^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/rules/" + i43,schemaPath:"#/properties/firewall/properties/rules/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/rules",schemaPath:"#/properties/firewall/properties/rules/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall",schemaPath:"#/properties/firewall/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.forwarding !== undefined){
let data198 = data.forwarding;
if(typeof data198 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/forwarding",schemaPath:"#/properties/forwarding/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data198 === "ipsec") || (data198 === "all")) || (data198 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/forwarding",schemaPath:"#/properties/forwarding/enum",keyword:"enum",params:{allowedValues: schema11.properties.forwarding.enum}});
errors++;
}
}
if(data.tunnels !== undefined){
let data199 = data.tunnels;
if(Array.isArray(data199)){
const len44 = data199.length;
for(let i44=0; i44<len44; i44++){
let data200 = data199[i44];
if(data200 && typeof data200 == "object" && !Array.isArray(data200)){
if(data200.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44,schemaPath:"#/properties/tunnels/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data200.peer === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44,schemaPath:"#/properties/tunnels/items/required",keyword:"required",params:{missingProperty: "peer"}});
errors++;
}
for(const key49 in data200){
if(!(func2.call(schema11.properties.tunnels.items.properties, key49))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44,schemaPath:"#/properties/tunnels/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key49}});
errors++;
}
}
if(data200.name !== undefined){
let data201 = data200.name;
if(typeof data201 === "string"){
if(!pattern2.test(data201)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/name",schemaPath:"#/properties/tunnels/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/name",schemaPath:"#/properties/tunnels/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data200.ike !== undefined){
let data202 = data200.ike;
if(!((data202 === 1) || (data202 === 2))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/ike",schemaPath:"#/properties/tunnels/items/properties/ike/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.ike.enum}});
errors++;
}
}
if(data200.peer !== undefined){
let data203 = data200.peer;
if(typeof data203 === "string"){
if(!pattern112.test(data203)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peer",schemaPath:"#/properties/tunnels/items/properties/peer/pattern",keyword:"pattern",params:{pattern: "^(any|[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}(/[0-9]{1,3})?)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peer",schemaPath:"#/properties/tunnels/items/properties/peer/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data200.local !== undefined){
let data204 = data200.local;
const _errs583 = errors;
let valid164 = false;
const _errs584 = errors;
if(typeof data204 === "string"){
if(!pattern113.test(data204)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid25 = _errs584 === errors;
valid164 = valid164 || _valid25;
if(!valid164){
const _errs586 = errors;
if(Array.isArray(data204)){
const len45 = data204.length;
for(let i45=0; i45<len45; i45++){
let data205 = data204[i45];
if(typeof data205 === "string"){
if(!pattern113.test(data205)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/local/" + i45,schemaPath:"#/properties/tunnels/items/properties/local/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/local/" + i45,schemaPath:"#/properties/tunnels/items/properties/local/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid25 = _errs586 === errors;
valid164 = valid164 || _valid25;
}
if(!valid164){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs583;
if(vErrors !== null){
if(_errs583){
vErrors.length = _errs583;
}
else {
vErrors = null;
}
}
}
}
if(data200.remote !== undefined){
let data206 = data200.remote;
const _errs591 = errors;
let valid167 = false;
const _errs592 = errors;
if(typeof data206 === "string"){
if(!pattern113.test(data206)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid26 = _errs592 === errors;
valid167 = valid167 || _valid26;
if(!valid167){
const _errs594 = errors;
if(Array.isArray(data206)){
const len46 = data206.length;
for(let i46=0; i46<len46; i46++){
let data207 = data206[i46];
if(typeof data207 === "string"){
if(!pattern113.test(data207)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remote/" + i46,schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remote/" + i46,schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid26 = _errs594 === errors;
valid167 = valid167 || _valid26;
}
if(!valid167){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs591;
if(vErrors !== null){
if(_errs591){
vErrors.length = _errs591;
}
else {
vErrors = null;
}
}
}
}
if(data200.selectors !== undefined){
let data208 = data200.selectors;
if(Array.isArray(data208)){
if(data208.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/selectors",schemaPath:"#/properties/tunnels/items/properties/selectors/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len47 = data208.length;
for(let i47=0; i47<len47; i47++){
let data209 = data208[i47];
if(data209 && typeof data209 == "object" && !Array.isArray(data209)){
if(data209.local === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/selectors/" + i47,schemaPath:"#/properties/tunnels/items/properties/selectors/items/required",keyword:"required",params:{missingProperty: "local"}});
errors++;
}
if(data209.remote === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/selectors/" + i47,schemaPath:"#/properties/tunnels/items/properties/selectors/items/required",keyword:"required",params:{missingProperty: "remote"}});
errors++;
}
for(const key50 in data209){
if(!((key50 === "local") || (key50 === "remote"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/selectors/" + i47,schemaPath:"#/properties/tunnels/items/properties/selectors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key50}});
errors++;
}
}
if(data209.local !== undefined){
let data210 = data209.local;
if(typeof data210 === "string"){
if(!pattern113.test(data210)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/selectors/" + i47+"/local",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/local/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/selectors/" + i47+"/local",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/local/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data209.remote !== undefined){
let data211 = data209.remote;
if(typeof data211 === "string"){
if(!pattern113.test(data211)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/selectors/" + i47+"/remote",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/remote/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/selectors/" + i47+"/remote",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/remote/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/selectors/" + i47,schemaPath:"#/properties/tunnels/items/properties/selectors/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/selectors",schemaPath:"#/properties/tunnels/items/properties/selectors/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data200.proto !== undefined){
let data212 = data200.proto;
const _errs608 = errors;
let valid173 = false;
const _errs609 = errors;
if(typeof data212 === "string"){
if(!pattern119.test(data212)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid27 = _errs609 === errors;
valid173 = valid173 || _valid27;
if(!valid173){
const _errs611 = errors;
if(!((typeof data212 == "number") && (!(data212 % 1) && !isNaN(data212)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data212 == "number"){
if(data212 > 255 || isNaN(data212)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data212 < 1 || isNaN(data212)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid27 = _errs611 === errors;
valid173 = valid173 || _valid27;
}
if(!valid173){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs608;
if(vErrors !== null){
if(_errs608){
vErrors.length = _errs608;
}
else {
vErrors = null;
}
}
}
}
if(data200.localPort !== undefined){
let data213 = data200.localPort;
const _errs614 = errors;
let valid174 = false;
const _errs615 = errors;
if(typeof data213 === "string"){
if(!pattern119.test(data213)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid28 = _errs615 === errors;
valid174 = valid174 || _valid28;
if(!valid174){
const _errs617 = errors;
if(!((typeof data213 == "number") && (!(data213 % 1) && !isNaN(data213)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data213 == "number"){
if(data213 > 65535 || isNaN(data213)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data213 < 1 || isNaN(data213)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid28 = _errs617 === errors;
valid174 = valid174 || _valid28;
}
if(!valid174){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs614;
if(vErrors !== null){
if(_errs614){
vErrors.length = _errs614;
}
else {
vErrors = null;
}
}
}
}
if(data200.remotePort !== undefined){
let data214 = data200.remotePort;
const _errs620 = errors;
let valid175 = false;
const _errs621 = errors;
if(typeof data214 === "string"){
if(!pattern119.test(data214)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid29 = _errs621 === errors;
valid175 = valid175 || _valid29;
if(!valid175){
const _errs623 = errors;
if(!((typeof data214 == "number") && (!(data214 % 1) && !isNaN(data214)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data214 == "number"){
if(data214 > 65535 || isNaN(data214)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data214 < 1 || isNaN(data214)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid29 = _errs623 === errors;
valid175 = valid175 || _valid29;
}
if(!valid175){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs620;
if(vErrors !== null){
if(_errs620){
vErrors.length = _errs620;
}
else {
vErrors = null;
}
}
}
}
if(data200.iface !== undefined){
let data215 = data200.iface;
if(typeof data215 === "string"){
if(!pattern122.test(data215)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/iface",schemaPath:"#/properties/tunnels/items/properties/iface/pattern",keyword:"pattern",params:{pattern: "^sec[0-9]{1,9}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/iface",schemaPath:"#/properties/tunnels/items/properties/iface/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data200.localAddress !== undefined){
let data216 = data200.localAddress;
if(typeof data216 === "string"){
if(func3(data216) > 45){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/localAddress",schemaPath:"#/properties/tunnels/items/properties/localAddress/maxLength",keyword:"maxLength",params:{limit: 45}});
errors++;
}
if(!pattern123.test(data216)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/localAddress",schemaPath:"#/properties/tunnels/items/properties/localAddress/pattern",keyword:"pattern",params:{pattern: "^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/localAddress",schemaPath:"#/properties/tunnels/items/properties/localAddress/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data200.mode !== undefined){
let data217 = data200.mode;
if(typeof data217 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/mode",schemaPath:"#/properties/tunnels/items/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data217 === "active") || (data217 === "passive")) || (data217 === "dynamic"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/mode",schemaPath:"#/properties/tunnels/items/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.mode.enum}});
errors++;
}
}
if(data200.exchange !== undefined){
let data218 = data200.exchange;
if(typeof data218 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/exchange",schemaPath:"#/properties/tunnels/items/properties/exchange/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data218 === "main") || (data218 === "aggressive"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/exchange",schemaPath:"#/properties/tunnels/items/properties/exchange/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.exchange.enum}});
errors++;
}
}
if(data200.protocol !== undefined){
let data219 = data200.protocol;
if(typeof data219 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/protocol",schemaPath:"#/properties/tunnels/items/properties/protocol/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data219 === "esp") || (data219 === "ah"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/protocol",schemaPath:"#/properties/tunnels/items/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.protocol.enum}});
errors++;
}
}
if(data200.encapsulation !== undefined){
let data220 = data200.encapsulation;
if(typeof data220 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/encapsulation",schemaPath:"#/properties/tunnels/items/properties/encapsulation/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data220 === "tunnel") || (data220 === "transport"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/encapsulation",schemaPath:"#/properties/tunnels/items/properties/encapsulation/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.encapsulation.enum}});
errors++;
}
}
if(data200.phase1 !== undefined){
let data221 = data200.phase1;
const _errs638 = errors;
let valid176 = false;
const _errs639 = errors;
if(data221 && typeof data221 == "object" && !Array.isArray(data221)){
for(const key51 in data221){
if(!((((((key51 === "auth") || (key51 === "enc")) || (key51 === "prf")) || (key51 === "group")) || (key51 === "lifetime")) || (key51 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key51}});
errors++;
}
}
if(data221.auth !== undefined){
let data222 = data221.auth;
if(typeof data222 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data222 === "hmac-md5") || (data222 === "hmac-sha1")) || (data222 === "hmac-sha2-256")) || (data222 === "hmac-sha2-384")) || (data222 === "hmac-sha2-512")) || (data222 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.auth.enum}});
errors++;
}
}
if(data221.enc !== undefined){
let data223 = data221.enc;
if(typeof data223 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data223 === "aes") || (data223 === "aes-128")) || (data223 === "aes-192")) || (data223 === "aes-256")) || (data223 === "3des")) || (data223 === "blowfish")) || (data223 === "cast128")) || (data223 === "aes-128-ctr")) || (data223 === "aes-192-ctr")) || (data223 === "aes-256-ctr")) || (data223 === "aes-128-gcm")) || (data223 === "aes-192-gcm")) || (data223 === "aes-256-gcm")) || (data223 === "aes-128-gcm-12")) || (data223 === "aes-256-gcm-12")) || (data223 === "chacha20-poly1305")) || (data223 === "aes-128-gmac")) || (data223 === "aes-192-gmac")) || (data223 === "aes-256-gmac")) || (data223 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.enc.enum}});
errors++;
}
}
if(data221.prf !== undefined){
let data224 = data221.prf;
if(typeof data224 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data224 === "hmac-md5") || (data224 === "hmac-sha1")) || (data224 === "hmac-sha2-256")) || (data224 === "hmac-sha2-384")) || (data224 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.prf.enum}});
errors++;
}
}
if(data221.group !== undefined){
let data225 = data221.group;
if(typeof data225 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data225 === "modp768") || (data225 === "modp1024")) || (data225 === "modp1536")) || (data225 === "modp2048")) || (data225 === "modp3072")) || (data225 === "modp4096")) || (data225 === "modp6144")) || (data225 === "modp8192")) || (data225 === "ecp256")) || (data225 === "ecp384")) || (data225 === "ecp521")) || (data225 === "ecp192")) || (data225 === "ecp224")) || (data225 === "brainpool224")) || (data225 === "brainpool256")) || (data225 === "brainpool384")) || (data225 === "brainpool512")) || (data225 === "curve25519")) || (data225 === "sntrup761x25519")) || (data225 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.group.enum}});
errors++;
}
}
if(data221.lifetime !== undefined){
let data226 = data221.lifetime;
const _errs651 = errors;
let valid178 = false;
const _errs652 = errors;
if(typeof data226 === "string"){
if(!pattern124.test(data226)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid31 = _errs652 === errors;
valid178 = valid178 || _valid31;
if(!valid178){
const _errs654 = errors;
if(!((typeof data226 == "number") && (!(data226 % 1) && !isNaN(data226)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data226 == "number"){
if(data226 > 31536000 || isNaN(data226)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data226 < 60 || isNaN(data226)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid31 = _errs654 === errors;
valid178 = valid178 || _valid31;
}
if(!valid178){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs651;
if(vErrors !== null){
if(_errs651){
vErrors.length = _errs651;
}
else {
vErrors = null;
}
}
}
}
if(data221.lifetimeBytes !== undefined){
let data227 = data221.lifetimeBytes;
const _errs657 = errors;
let valid179 = false;
const _errs658 = errors;
if(typeof data227 === "string"){
if(!pattern125.test(data227)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid32 = _errs658 === errors;
valid179 = valid179 || _valid32;
if(!valid179){
const _errs660 = errors;
if(!((typeof data227 == "number") && (!(data227 % 1) && !isNaN(data227)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data227 == "number"){
if(data227 < 1 || isNaN(data227)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid32 = _errs660 === errors;
valid179 = valid179 || _valid32;
}
if(!valid179){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs657;
if(vErrors !== null){
if(_errs657){
vErrors.length = _errs657;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid30 = _errs639 === errors;
valid176 = valid176 || _valid30;
if(!valid176){
const _errs662 = errors;
if(Array.isArray(data221)){
if(data221.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len48 = data221.length;
for(let i48=0; i48<len48; i48++){
let data228 = data221[i48];
if(data228 && typeof data228 == "object" && !Array.isArray(data228)){
for(const key52 in data228){
if(!((((((key52 === "auth") || (key52 === "enc")) || (key52 === "prf")) || (key52 === "group")) || (key52 === "lifetime")) || (key52 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48,schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key52}});
errors++;
}
}
if(data228.auth !== undefined){
let data229 = data228.auth;
if(typeof data229 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data229 === "hmac-md5") || (data229 === "hmac-sha1")) || (data229 === "hmac-sha2-256")) || (data229 === "hmac-sha2-384")) || (data229 === "hmac-sha2-512")) || (data229 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.auth.enum}});
errors++;
}
}
if(data228.enc !== undefined){
let data230 = data228.enc;
if(typeof data230 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data230 === "aes") || (data230 === "aes-128")) || (data230 === "aes-192")) || (data230 === "aes-256")) || (data230 === "3des")) || (data230 === "blowfish")) || (data230 === "cast128")) || (data230 === "aes-128-ctr")) || (data230 === "aes-192-ctr")) || (data230 === "aes-256-ctr")) || (data230 === "aes-128-gcm")) || (data230 === "aes-192-gcm")) || (data230 === "aes-256-gcm")) || (data230 === "aes-128-gcm-12")) || (data230 === "aes-256-gcm-12")) || (data230 === "chacha20-poly1305")) || (data230 === "aes-128-gmac")) || (data230 === "aes-192-gmac")) || (data230 === "aes-256-gmac")) || (data230 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.enc.enum}});
errors++;
}
}
if(data228.prf !== undefined){
let data231 = data228.prf;
if(typeof data231 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data231 === "hmac-md5") || (data231 === "hmac-sha1")) || (data231 === "hmac-sha2-256")) || (data231 === "hmac-sha2-384")) || (data231 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.prf.enum}});
errors++;
}
}
if(data228.group !== undefined){
let data232 = data228.group;
if(typeof data232 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data232 === "modp768") || (data232 === "modp1024")) || (data232 === "modp1536")) || (data232 === "modp2048")) || (data232 === "modp3072")) || (data232 === "modp4096")) || (data232 === "modp6144")) || (data232 === "modp8192")) || (data232 === "ecp256")) || (data232 === "ecp384")) || (data232 === "ecp521")) || (data232 === "ecp192")) || (data232 === "ecp224")) || (data232 === "brainpool224")) || (data232 === "brainpool256")) || (data232 === "brainpool384")) || (data232 === "brainpool512")) || (data232 === "curve25519")) || (data232 === "sntrup761x25519")) || (data232 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.group.enum}});
errors++;
}
}
if(data228.lifetime !== undefined){
let data233 = data228.lifetime;
const _errs676 = errors;
let valid183 = false;
const _errs677 = errors;
if(typeof data233 === "string"){
if(!pattern124.test(data233)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid33 = _errs677 === errors;
valid183 = valid183 || _valid33;
if(!valid183){
const _errs679 = errors;
if(!((typeof data233 == "number") && (!(data233 % 1) && !isNaN(data233)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data233 == "number"){
if(data233 > 31536000 || isNaN(data233)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data233 < 60 || isNaN(data233)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid33 = _errs679 === errors;
valid183 = valid183 || _valid33;
}
if(!valid183){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs676;
if(vErrors !== null){
if(_errs676){
vErrors.length = _errs676;
}
else {
vErrors = null;
}
}
}
}
if(data228.lifetimeBytes !== undefined){
let data234 = data228.lifetimeBytes;
const _errs682 = errors;
let valid184 = false;
const _errs683 = errors;
if(typeof data234 === "string"){
if(!pattern125.test(data234)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid34 = _errs683 === errors;
valid184 = valid184 || _valid34;
if(!valid184){
const _errs685 = errors;
if(!((typeof data234 == "number") && (!(data234 % 1) && !isNaN(data234)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data234 == "number"){
if(data234 < 1 || isNaN(data234)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid34 = _errs685 === errors;
valid184 = valid184 || _valid34;
}
if(!valid184){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs682;
if(vErrors !== null){
if(_errs682){
vErrors.length = _errs682;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1/" + i48,schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid30 = _errs662 === errors;
valid176 = valid176 || _valid30;
if(!valid176){
const _errs687 = errors;
if(typeof data221 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/2/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data221 === "default")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/2/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[2].enum}});
errors++;
}
var _valid30 = _errs687 === errors;
valid176 = valid176 || _valid30;
}
}
if(!valid176){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs638;
if(vErrors !== null){
if(_errs638){
vErrors.length = _errs638;
}
else {
vErrors = null;
}
}
}
}
if(data200.phase2 !== undefined){
let data235 = data200.phase2;
const _errs690 = errors;
let valid185 = false;
const _errs691 = errors;
if(data235 && typeof data235 == "object" && !Array.isArray(data235)){
for(const key53 in data235){
if(!((((((key53 === "auth") || (key53 === "enc")) || (key53 === "prf")) || (key53 === "group")) || (key53 === "lifetime")) || (key53 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key53}});
errors++;
}
}
if(data235.auth !== undefined){
let data236 = data235.auth;
if(typeof data236 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data236 === "hmac-md5") || (data236 === "hmac-sha1")) || (data236 === "hmac-sha2-256")) || (data236 === "hmac-sha2-384")) || (data236 === "hmac-sha2-512")) || (data236 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.auth.enum}});
errors++;
}
}
if(data235.enc !== undefined){
let data237 = data235.enc;
if(typeof data237 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data237 === "aes") || (data237 === "aes-128")) || (data237 === "aes-192")) || (data237 === "aes-256")) || (data237 === "3des")) || (data237 === "blowfish")) || (data237 === "cast128")) || (data237 === "aes-128-ctr")) || (data237 === "aes-192-ctr")) || (data237 === "aes-256-ctr")) || (data237 === "aes-128-gcm")) || (data237 === "aes-192-gcm")) || (data237 === "aes-256-gcm")) || (data237 === "aes-128-gcm-12")) || (data237 === "aes-256-gcm-12")) || (data237 === "chacha20-poly1305")) || (data237 === "aes-128-gmac")) || (data237 === "aes-192-gmac")) || (data237 === "aes-256-gmac")) || (data237 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.enc.enum}});
errors++;
}
}
if(data235.prf !== undefined){
let data238 = data235.prf;
if(typeof data238 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data238 === "hmac-md5") || (data238 === "hmac-sha1")) || (data238 === "hmac-sha2-256")) || (data238 === "hmac-sha2-384")) || (data238 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.prf.enum}});
errors++;
}
}
if(data235.group !== undefined){
let data239 = data235.group;
if(typeof data239 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data239 === "modp768") || (data239 === "modp1024")) || (data239 === "modp1536")) || (data239 === "modp2048")) || (data239 === "modp3072")) || (data239 === "modp4096")) || (data239 === "modp6144")) || (data239 === "modp8192")) || (data239 === "ecp256")) || (data239 === "ecp384")) || (data239 === "ecp521")) || (data239 === "ecp192")) || (data239 === "ecp224")) || (data239 === "brainpool224")) || (data239 === "brainpool256")) || (data239 === "brainpool384")) || (data239 === "brainpool512")) || (data239 === "curve25519")) || (data239 === "sntrup761x25519")) || (data239 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.group.enum}});
errors++;
}
}
if(data235.lifetime !== undefined){
let data240 = data235.lifetime;
const _errs703 = errors;
let valid187 = false;
const _errs704 = errors;
if(typeof data240 === "string"){
if(!pattern124.test(data240)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid36 = _errs704 === errors;
valid187 = valid187 || _valid36;
if(!valid187){
const _errs706 = errors;
if(!((typeof data240 == "number") && (!(data240 % 1) && !isNaN(data240)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data240 == "number"){
if(data240 > 31536000 || isNaN(data240)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data240 < 60 || isNaN(data240)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid36 = _errs706 === errors;
valid187 = valid187 || _valid36;
}
if(!valid187){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs703;
if(vErrors !== null){
if(_errs703){
vErrors.length = _errs703;
}
else {
vErrors = null;
}
}
}
}
if(data235.lifetimeBytes !== undefined){
let data241 = data235.lifetimeBytes;
const _errs709 = errors;
let valid188 = false;
const _errs710 = errors;
if(typeof data241 === "string"){
if(!pattern125.test(data241)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid37 = _errs710 === errors;
valid188 = valid188 || _valid37;
if(!valid188){
const _errs712 = errors;
if(!((typeof data241 == "number") && (!(data241 % 1) && !isNaN(data241)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data241 == "number"){
if(data241 < 1 || isNaN(data241)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid37 = _errs712 === errors;
valid188 = valid188 || _valid37;
}
if(!valid188){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs709;
if(vErrors !== null){
if(_errs709){
vErrors.length = _errs709;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid35 = _errs691 === errors;
valid185 = valid185 || _valid35;
if(!valid185){
const _errs714 = errors;
if(Array.isArray(data235)){
if(data235.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len49 = data235.length;
for(let i49=0; i49<len49; i49++){
let data242 = data235[i49];
if(data242 && typeof data242 == "object" && !Array.isArray(data242)){
for(const key54 in data242){
if(!((((((key54 === "auth") || (key54 === "enc")) || (key54 === "prf")) || (key54 === "group")) || (key54 === "lifetime")) || (key54 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49,schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key54}});
errors++;
}
}
if(data242.auth !== undefined){
let data243 = data242.auth;
if(typeof data243 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data243 === "hmac-md5") || (data243 === "hmac-sha1")) || (data243 === "hmac-sha2-256")) || (data243 === "hmac-sha2-384")) || (data243 === "hmac-sha2-512")) || (data243 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.auth.enum}});
errors++;
}
}
if(data242.enc !== undefined){
let data244 = data242.enc;
if(typeof data244 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data244 === "aes") || (data244 === "aes-128")) || (data244 === "aes-192")) || (data244 === "aes-256")) || (data244 === "3des")) || (data244 === "blowfish")) || (data244 === "cast128")) || (data244 === "aes-128-ctr")) || (data244 === "aes-192-ctr")) || (data244 === "aes-256-ctr")) || (data244 === "aes-128-gcm")) || (data244 === "aes-192-gcm")) || (data244 === "aes-256-gcm")) || (data244 === "aes-128-gcm-12")) || (data244 === "aes-256-gcm-12")) || (data244 === "chacha20-poly1305")) || (data244 === "aes-128-gmac")) || (data244 === "aes-192-gmac")) || (data244 === "aes-256-gmac")) || (data244 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.enc.enum}});
errors++;
}
}
if(data242.prf !== undefined){
let data245 = data242.prf;
if(typeof data245 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data245 === "hmac-md5") || (data245 === "hmac-sha1")) || (data245 === "hmac-sha2-256")) || (data245 === "hmac-sha2-384")) || (data245 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.prf.enum}});
errors++;
}
}
if(data242.group !== undefined){
let data246 = data242.group;
if(typeof data246 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data246 === "modp768") || (data246 === "modp1024")) || (data246 === "modp1536")) || (data246 === "modp2048")) || (data246 === "modp3072")) || (data246 === "modp4096")) || (data246 === "modp6144")) || (data246 === "modp8192")) || (data246 === "ecp256")) || (data246 === "ecp384")) || (data246 === "ecp521")) || (data246 === "ecp192")) || (data246 === "ecp224")) || (data246 === "brainpool224")) || (data246 === "brainpool256")) || (data246 === "brainpool384")) || (data246 === "brainpool512")) || (data246 === "curve25519")) || (data246 === "sntrup761x25519")) || (data246 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.group.enum}});
errors++;
}
}
if(data242.lifetime !== undefined){
let data247 = data242.lifetime;
const _errs728 = errors;
let valid192 = false;
const _errs729 = errors;
if(typeof data247 === "string"){
if(!pattern124.test(data247)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid38 = _errs729 === errors;
valid192 = valid192 || _valid38;
if(!valid192){
const _errs731 = errors;
if(!((typeof data247 == "number") && (!(data247 % 1) && !isNaN(data247)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data247 == "number"){
if(data247 > 31536000 || isNaN(data247)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data247 < 60 || isNaN(data247)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid38 = _errs731 === errors;
valid192 = valid192 || _valid38;
}
if(!valid192){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs728;
if(vErrors !== null){
if(_errs728){
vErrors.length = _errs728;
}
else {
vErrors = null;
}
}
}
}
if(data242.lifetimeBytes !== undefined){
let data248 = data242.lifetimeBytes;
const _errs734 = errors;
let valid193 = false;
const _errs735 = errors;
if(typeof data248 === "string"){
if(!pattern125.test(data248)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid39 = _errs735 === errors;
valid193 = valid193 || _valid39;
if(!valid193){
const _errs737 = errors;
if(!((typeof data248 == "number") && (!(data248 % 1) && !isNaN(data248)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data248 == "number"){
if(data248 < 1 || isNaN(data248)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid39 = _errs737 === errors;
valid193 = valid193 || _valid39;
}
if(!valid193){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs734;
if(vErrors !== null){
if(_errs734){
vErrors.length = _errs734;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2/" + i49,schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid35 = _errs714 === errors;
valid185 = valid185 || _valid35;
if(!valid185){
const _errs739 = errors;
if(typeof data235 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/2/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data235 === "default")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/2/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[2].enum}});
errors++;
}
var _valid35 = _errs739 === errors;
valid185 = valid185 || _valid35;
}
}
if(!valid185){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs690;
if(vErrors !== null){
if(_errs690){
vErrors.length = _errs690;
}
else {
vErrors = null;
}
}
}
}
if(data200.ipcomp !== undefined){
if(typeof data200.ipcomp !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/ipcomp",schemaPath:"#/properties/tunnels/items/properties/ipcomp/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data200.psk !== undefined){
let data250 = data200.psk;
const _errs744 = errors;
let valid194 = false;
const _errs745 = errors;
if(data250 && typeof data250 == "object" && !Array.isArray(data250)){
if(data250.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key55 in data250){
if(!(key55 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key55}});
errors++;
}
}
if(data250.file !== undefined){
let data251 = data250.file;
if(typeof data251 === "string"){
if(func3(data251) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk/file",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data251)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk/file",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk/file",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid40 = _errs745 === errors;
valid194 = valid194 || _valid40;
if(!valid194){
const _errs750 = errors;
if(data250 && typeof data250 == "object" && !Array.isArray(data250)){
if(data250.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key56 in data250){
if(!(key56 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key56}});
errors++;
}
}
if(data250.env !== undefined){
let data252 = data250.env;
if(typeof data252 === "string"){
if(!pattern22.test(data252)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk/env",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk/env",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid40 = _errs750 === errors;
valid194 = valid194 || _valid40;
if(!valid194){
const _errs755 = errors;
if(data250 && typeof data250 == "object" && !Array.isArray(data250)){
if(data250.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key57 in data250){
if(!(key57 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key57}});
errors++;
}
}
if(data250.command !== undefined){
let data253 = data250.command;
if(Array.isArray(data253)){
if(data253.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk/command",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len50 = data253.length;
for(let i50=0; i50<len50; i50++){
let data254 = data253[i50];
if(typeof data254 === "string"){
if(!pattern0.test(data254)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk/command/" + i50,schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk/command/" + i50,schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk/command",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid40 = _errs755 === errors;
valid194 = valid194 || _valid40;
}
}
if(!valid194){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs744;
if(vErrors !== null){
if(_errs744){
vErrors.length = _errs744;
}
else {
vErrors = null;
}
}
}
}
if(data200.peerKey !== undefined){
let data255 = data200.peerKey;
const _errs763 = errors;
let valid200 = false;
const _errs764 = errors;
if(data255 && typeof data255 == "object" && !Array.isArray(data255)){
if(data255.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key58 in data255){
if(!(key58 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key58}});
errors++;
}
}
if(data255.file !== undefined){
let data256 = data255.file;
if(typeof data256 === "string"){
if(func3(data256) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey/file",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data256)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey/file",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey/file",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid41 = _errs764 === errors;
valid200 = valid200 || _valid41;
if(!valid200){
const _errs769 = errors;
if(data255 && typeof data255 == "object" && !Array.isArray(data255)){
if(data255.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key59 in data255){
if(!(key59 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key59}});
errors++;
}
}
if(data255.env !== undefined){
let data257 = data255.env;
if(typeof data257 === "string"){
if(!pattern22.test(data257)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey/env",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey/env",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid41 = _errs769 === errors;
valid200 = valid200 || _valid41;
if(!valid200){
const _errs774 = errors;
if(data255 && typeof data255 == "object" && !Array.isArray(data255)){
if(data255.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key60 in data255){
if(!(key60 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key60}});
errors++;
}
}
if(data255.command !== undefined){
let data258 = data255.command;
if(Array.isArray(data258)){
if(data258.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey/command",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len51 = data258.length;
for(let i51=0; i51<len51; i51++){
let data259 = data258[i51];
if(typeof data259 === "string"){
if(!pattern0.test(data259)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey/command/" + i51,schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey/command/" + i51,schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey/command",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid41 = _errs774 === errors;
valid200 = valid200 || _valid41;
}
}
if(!valid200){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs763;
if(vErrors !== null){
if(_errs763){
vErrors.length = _errs763;
}
else {
vErrors = null;
}
}
}
}
if(data200.certificate !== undefined){
let data260 = data200.certificate;
if(data260 && typeof data260 == "object" && !Array.isArray(data260)){
if(data260.ca === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/required",keyword:"required",params:{missingProperty: "ca"}});
errors++;
}
if(data260.cert === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/required",keyword:"required",params:{missingProperty: "cert"}});
errors++;
}
if(data260.key === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/required",keyword:"required",params:{missingProperty: "key"}});
errors++;
}
for(const key61 in data260){
if(!(((key61 === "ca") || (key61 === "cert")) || (key61 === "key"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key61}});
errors++;
}
}
if(data260.ca !== undefined){
let data261 = data260.ca;
const _errs785 = errors;
let valid207 = false;
const _errs786 = errors;
if(data261 && typeof data261 == "object" && !Array.isArray(data261)){
if(data261.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key62 in data261){
if(!(key62 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key62}});
errors++;
}
}
if(data261.file !== undefined){
let data262 = data261.file;
if(typeof data262 === "string"){
if(func3(data262) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data262)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid42 = _errs786 === errors;
valid207 = valid207 || _valid42;
if(!valid207){
const _errs791 = errors;
if(data261 && typeof data261 == "object" && !Array.isArray(data261)){
if(data261.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key63 in data261){
if(!(key63 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key63}});
errors++;
}
}
if(data261.env !== undefined){
let data263 = data261.env;
if(typeof data263 === "string"){
if(!pattern22.test(data263)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid42 = _errs791 === errors;
valid207 = valid207 || _valid42;
if(!valid207){
const _errs796 = errors;
if(data261 && typeof data261 == "object" && !Array.isArray(data261)){
if(data261.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key64 in data261){
if(!(key64 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key64}});
errors++;
}
}
if(data261.command !== undefined){
let data264 = data261.command;
if(Array.isArray(data264)){
if(data264.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len52 = data264.length;
for(let i52=0; i52<len52; i52++){
let data265 = data264[i52];
if(typeof data265 === "string"){
if(!pattern0.test(data265)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca/command/" + i52,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca/command/" + i52,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid42 = _errs796 === errors;
valid207 = valid207 || _valid42;
}
}
if(!valid207){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs785;
if(vErrors !== null){
if(_errs785){
vErrors.length = _errs785;
}
else {
vErrors = null;
}
}
}
}
if(data260.cert !== undefined){
let data266 = data260.cert;
const _errs804 = errors;
let valid213 = false;
const _errs805 = errors;
if(data266 && typeof data266 == "object" && !Array.isArray(data266)){
if(data266.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key65 in data266){
if(!(key65 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key65}});
errors++;
}
}
if(data266.file !== undefined){
let data267 = data266.file;
if(typeof data267 === "string"){
if(func3(data267) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data267)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid43 = _errs805 === errors;
valid213 = valid213 || _valid43;
if(!valid213){
const _errs810 = errors;
if(data266 && typeof data266 == "object" && !Array.isArray(data266)){
if(data266.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key66 in data266){
if(!(key66 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key66}});
errors++;
}
}
if(data266.env !== undefined){
let data268 = data266.env;
if(typeof data268 === "string"){
if(!pattern22.test(data268)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid43 = _errs810 === errors;
valid213 = valid213 || _valid43;
if(!valid213){
const _errs815 = errors;
if(data266 && typeof data266 == "object" && !Array.isArray(data266)){
if(data266.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key67 in data266){
if(!(key67 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key67}});
errors++;
}
}
if(data266.command !== undefined){
let data269 = data266.command;
if(Array.isArray(data269)){
if(data269.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len53 = data269.length;
for(let i53=0; i53<len53; i53++){
let data270 = data269[i53];
if(typeof data270 === "string"){
if(!pattern0.test(data270)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert/command/" + i53,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert/command/" + i53,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid43 = _errs815 === errors;
valid213 = valid213 || _valid43;
}
}
if(!valid213){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs804;
if(vErrors !== null){
if(_errs804){
vErrors.length = _errs804;
}
else {
vErrors = null;
}
}
}
}
if(data260.key !== undefined){
let data271 = data260.key;
const _errs823 = errors;
let valid219 = false;
const _errs824 = errors;
if(data271 && typeof data271 == "object" && !Array.isArray(data271)){
if(data271.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key68 in data271){
if(!(key68 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key68}});
errors++;
}
}
if(data271.file !== undefined){
let data272 = data271.file;
if(typeof data272 === "string"){
if(func3(data272) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data272)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid44 = _errs824 === errors;
valid219 = valid219 || _valid44;
if(!valid219){
const _errs829 = errors;
if(data271 && typeof data271 == "object" && !Array.isArray(data271)){
if(data271.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key69 in data271){
if(!(key69 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key69}});
errors++;
}
}
if(data271.env !== undefined){
let data273 = data271.env;
if(typeof data273 === "string"){
if(!pattern22.test(data273)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid44 = _errs829 === errors;
valid219 = valid219 || _valid44;
if(!valid219){
const _errs834 = errors;
if(data271 && typeof data271 == "object" && !Array.isArray(data271)){
if(data271.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key70 in data271){
if(!(key70 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key70}});
errors++;
}
}
if(data271.command !== undefined){
let data274 = data271.command;
if(Array.isArray(data274)){
if(data274.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len54 = data274.length;
for(let i54=0; i54<len54; i54++){
let data275 = data274[i54];
if(typeof data275 === "string"){
if(!pattern0.test(data275)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key/command/" + i54,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key/command/" + i54,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid44 = _errs834 === errors;
valid219 = valid219 || _valid44;
}
}
if(!valid219){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs823;
if(vErrors !== null){
if(_errs823){
vErrors.length = _errs823;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data200.srcid !== undefined){
let data276 = data200.srcid;
if(typeof data276 === "string"){
if(func3(data276) > 255){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/maxLength",keyword:"maxLength",params:{limit: 255}});
errors++;
}
if(func3(data276) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern84.test(data276)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data200.dstid !== undefined){
let data277 = data200.dstid;
if(typeof data277 === "string"){
if(func3(data277) > 255){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/maxLength",keyword:"maxLength",params:{limit: 255}});
errors++;
}
if(func3(data277) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern84.test(data277)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data200.tag !== undefined){
let data278 = data200.tag;
if(typeof data278 === "string"){
if(!pattern85.test(data278)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/tag",schemaPath:"#/properties/tunnels/items/properties/tag/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/tag",schemaPath:"#/properties/tunnels/items/properties/tag/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data200.nat !== undefined){
let data279 = data200.nat;
if(typeof data279 === "string"){
if(!pattern113.test(data279)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/nat",schemaPath:"#/properties/tunnels/items/properties/nat/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/nat",schemaPath:"#/properties/tunnels/items/properties/nat/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data200.farEnd !== undefined){
let data280 = data200.farEnd;
if(typeof data280 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/farEnd",schemaPath:"#/properties/tunnels/items/properties/farEnd/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((data280 === "openbsd") || (data280 === "strongswan")) || (data280 === "libreswan")) || (data280 === "ios")) || (data280 === "asa")) || (data280 === "fortios")) || (data280 === "junos")) || (data280 === "routeros")) || (data280 === "vyos")) || (data280 === "pfsense"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44+"/farEnd",schemaPath:"#/properties/tunnels/items/properties/farEnd/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.farEnd.enum}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i44,schemaPath:"#/properties/tunnels/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels",schemaPath:"#/properties/tunnels/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.clients !== undefined){
let data281 = data.clients;
if(Array.isArray(data281)){
const len55 = data281.length;
for(let i55=0; i55<len55; i55++){
let data282 = data281[i55];
if(data282 && typeof data282 == "object" && !Array.isArray(data282)){
if(data282.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55,schemaPath:"#/properties/clients/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data282.pool === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55,schemaPath:"#/properties/clients/items/required",keyword:"required",params:{missingProperty: "pool"}});
errors++;
}
for(const key71 in data282){
if(!(func2.call(schema11.properties.clients.items.properties, key71))){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55,schemaPath:"#/properties/clients/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key71}});
errors++;
}
}
if(data282.name !== undefined){
let data283 = data282.name;
if(typeof data283 === "string"){
if(!pattern2.test(data283)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/name",schemaPath:"#/properties/clients/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/name",schemaPath:"#/properties/clients/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data282.pool !== undefined){
let data284 = data282.pool;
if(typeof data284 === "string"){
if(!pattern15.test(data284)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/pool",schemaPath:"#/properties/clients/items/properties/pool/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+/[0-9]{1,3}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/pool",schemaPath:"#/properties/clients/items/properties/pool/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data282.networks !== undefined){
let data285 = data282.networks;
if(Array.isArray(data285)){
const len56 = data285.length;
for(let i56=0; i56<len56; i56++){
let data286 = data285[i56];
if(typeof data286 === "string"){
if(!pattern113.test(data286)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/networks/" + i56,schemaPath:"#/properties/clients/items/properties/networks/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/networks/" + i56,schemaPath:"#/properties/clients/items/properties/networks/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/networks",schemaPath:"#/properties/clients/items/properties/networks/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data282.nameservers !== undefined){
let data287 = data282.nameservers;
if(Array.isArray(data287)){
const len57 = data287.length;
for(let i57=0; i57<len57; i57++){
let data288 = data287[i57];
if(typeof data288 === "string"){
if(!pattern16.test(data288)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/nameservers/" + i57,schemaPath:"#/properties/clients/items/properties/nameservers/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/nameservers/" + i57,schemaPath:"#/properties/clients/items/properties/nameservers/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/nameservers",schemaPath:"#/properties/clients/items/properties/nameservers/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data282.srcid !== undefined){
let data289 = data282.srcid;
if(typeof data289 === "string"){
if(func3(data289) > 255){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/maxLength",keyword:"maxLength",params:{limit: 255}});
errors++;
}
if(func3(data289) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern84.test(data289)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data282.localAddress !== undefined){
let data290 = data282.localAddress;
if(typeof data290 === "string"){
if(func3(data290) > 45){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/localAddress",schemaPath:"#/properties/clients/items/properties/localAddress/maxLength",keyword:"maxLength",params:{limit: 45}});
errors++;
}
if(!pattern123.test(data290)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/localAddress",schemaPath:"#/properties/clients/items/properties/localAddress/pattern",keyword:"pattern",params:{pattern: "^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/localAddress",schemaPath:"#/properties/clients/items/properties/localAddress/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data282.certificate !== undefined){
let data291 = data282.certificate;
if(data291 && typeof data291 == "object" && !Array.isArray(data291)){
if(data291.ca === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/required",keyword:"required",params:{missingProperty: "ca"}});
errors++;
}
if(data291.cert === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/required",keyword:"required",params:{missingProperty: "cert"}});
errors++;
}
if(data291.key === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/required",keyword:"required",params:{missingProperty: "key"}});
errors++;
}
for(const key72 in data291){
if(!(((key72 === "ca") || (key72 === "cert")) || (key72 === "key"))){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key72}});
errors++;
}
}
if(data291.ca !== undefined){
let data292 = data291.ca;
const _errs876 = errors;
let valid233 = false;
const _errs877 = errors;
if(data292 && typeof data292 == "object" && !Array.isArray(data292)){
if(data292.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key73 in data292){
if(!(key73 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key73}});
errors++;
}
}
if(data292.file !== undefined){
let data293 = data292.file;
if(typeof data293 === "string"){
if(func3(data293) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data293)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid45 = _errs877 === errors;
valid233 = valid233 || _valid45;
if(!valid233){
const _errs882 = errors;
if(data292 && typeof data292 == "object" && !Array.isArray(data292)){
if(data292.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key74 in data292){
if(!(key74 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key74}});
errors++;
}
}
if(data292.env !== undefined){
let data294 = data292.env;
if(typeof data294 === "string"){
if(!pattern22.test(data294)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid45 = _errs882 === errors;
valid233 = valid233 || _valid45;
if(!valid233){
const _errs887 = errors;
if(data292 && typeof data292 == "object" && !Array.isArray(data292)){
if(data292.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key75 in data292){
if(!(key75 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key75}});
errors++;
}
}
if(data292.command !== undefined){
let data295 = data292.command;
if(Array.isArray(data295)){
if(data295.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len58 = data295.length;
for(let i58=0; i58<len58; i58++){
let data296 = data295[i58];
if(typeof data296 === "string"){
if(!pattern0.test(data296)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca/command/" + i58,schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca/command/" + i58,schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid45 = _errs887 === errors;
valid233 = valid233 || _valid45;
}
}
if(!valid233){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs876;
if(vErrors !== null){
if(_errs876){
vErrors.length = _errs876;
}
else {
vErrors = null;
}
}
}
}
if(data291.cert !== undefined){
let data297 = data291.cert;
const _errs895 = errors;
let valid239 = false;
const _errs896 = errors;
if(data297 && typeof data297 == "object" && !Array.isArray(data297)){
if(data297.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key76 in data297){
if(!(key76 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key76}});
errors++;
}
}
if(data297.file !== undefined){
let data298 = data297.file;
if(typeof data298 === "string"){
if(func3(data298) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data298)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid46 = _errs896 === errors;
valid239 = valid239 || _valid46;
if(!valid239){
const _errs901 = errors;
if(data297 && typeof data297 == "object" && !Array.isArray(data297)){
if(data297.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key77 in data297){
if(!(key77 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key77}});
errors++;
}
}
if(data297.env !== undefined){
let data299 = data297.env;
if(typeof data299 === "string"){
if(!pattern22.test(data299)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid46 = _errs901 === errors;
valid239 = valid239 || _valid46;
if(!valid239){
const _errs906 = errors;
if(data297 && typeof data297 == "object" && !Array.isArray(data297)){
if(data297.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key78 in data297){
if(!(key78 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key78}});
errors++;
}
}
if(data297.command !== undefined){
let data300 = data297.command;
if(Array.isArray(data300)){
if(data300.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len59 = data300.length;
for(let i59=0; i59<len59; i59++){
let data301 = data300[i59];
if(typeof data301 === "string"){
if(!pattern0.test(data301)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert/command/" + i59,schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert/command/" + i59,schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid46 = _errs906 === errors;
valid239 = valid239 || _valid46;
}
}
if(!valid239){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs895;
if(vErrors !== null){
if(_errs895){
vErrors.length = _errs895;
}
else {
vErrors = null;
}
}
}
}
if(data291.key !== undefined){
let data302 = data291.key;
const _errs914 = errors;
let valid245 = false;
const _errs915 = errors;
if(data302 && typeof data302 == "object" && !Array.isArray(data302)){
if(data302.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key79 in data302){
if(!(key79 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key79}});
errors++;
}
}
if(data302.file !== undefined){
let data303 = data302.file;
if(typeof data303 === "string"){
if(func3(data303) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data303)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid47 = _errs915 === errors;
valid245 = valid245 || _valid47;
if(!valid245){
const _errs920 = errors;
if(data302 && typeof data302 == "object" && !Array.isArray(data302)){
if(data302.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key80 in data302){
if(!(key80 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key80}});
errors++;
}
}
if(data302.env !== undefined){
let data304 = data302.env;
if(typeof data304 === "string"){
if(!pattern22.test(data304)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid47 = _errs920 === errors;
valid245 = valid245 || _valid47;
if(!valid245){
const _errs925 = errors;
if(data302 && typeof data302 == "object" && !Array.isArray(data302)){
if(data302.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key81 in data302){
if(!(key81 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key81}});
errors++;
}
}
if(data302.command !== undefined){
let data305 = data302.command;
if(Array.isArray(data305)){
if(data305.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len60 = data305.length;
for(let i60=0; i60<len60; i60++){
let data306 = data305[i60];
if(typeof data306 === "string"){
if(!pattern0.test(data306)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key/command/" + i60,schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key/command/" + i60,schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid47 = _errs925 === errors;
valid245 = valid245 || _valid47;
}
}
if(!valid245){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs914;
if(vErrors !== null){
if(_errs914){
vErrors.length = _errs914;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data282.users !== undefined){
let data307 = data282.users;
if(Array.isArray(data307)){
const len61 = data307.length;
for(let i61=0; i61<len61; i61++){
let data308 = data307[i61];
if(data308 && typeof data308 == "object" && !Array.isArray(data308)){
if(data308.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61,schemaPath:"#/properties/clients/items/properties/users/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data308.password === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61,schemaPath:"#/properties/clients/items/properties/users/items/required",keyword:"required",params:{missingProperty: "password"}});
errors++;
}
for(const key82 in data308){
if(!((key82 === "name") || (key82 === "password"))){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61,schemaPath:"#/properties/clients/items/properties/users/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key82}});
errors++;
}
}
if(data308.name !== undefined){
let data309 = data308.name;
if(typeof data309 === "string"){
if(!pattern166.test(data309)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/name",schemaPath:"#/properties/clients/items/properties/users/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/name",schemaPath:"#/properties/clients/items/properties/users/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data308.password !== undefined){
let data310 = data308.password;
const _errs940 = errors;
let valid254 = false;
const _errs941 = errors;
if(data310 && typeof data310 == "object" && !Array.isArray(data310)){
if(data310.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key83 in data310){
if(!(key83 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key83}});
errors++;
}
}
if(data310.file !== undefined){
let data311 = data310.file;
if(typeof data311 === "string"){
if(func3(data311) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password/file",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data311)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password/file",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password/file",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid48 = _errs941 === errors;
valid254 = valid254 || _valid48;
if(!valid254){
const _errs946 = errors;
if(data310 && typeof data310 == "object" && !Array.isArray(data310)){
if(data310.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key84 in data310){
if(!(key84 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key84}});
errors++;
}
}
if(data310.env !== undefined){
let data312 = data310.env;
if(typeof data312 === "string"){
if(!pattern22.test(data312)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password/env",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password/env",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid48 = _errs946 === errors;
valid254 = valid254 || _valid48;
if(!valid254){
const _errs951 = errors;
if(data310 && typeof data310 == "object" && !Array.isArray(data310)){
if(data310.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key85 in data310){
if(!(key85 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key85}});
errors++;
}
}
if(data310.command !== undefined){
let data313 = data310.command;
if(Array.isArray(data313)){
if(data313.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password/command",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len62 = data313.length;
for(let i62=0; i62<len62; i62++){
let data314 = data313[i62];
if(typeof data314 === "string"){
if(!pattern0.test(data314)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password/command/" + i62,schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password/command/" + i62,schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password/command",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid48 = _errs951 === errors;
valid254 = valid254 || _valid48;
}
}
if(!valid254){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs940;
if(vErrors !== null){
if(_errs940){
vErrors.length = _errs940;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users/" + i61,schemaPath:"#/properties/clients/items/properties/users/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/users",schemaPath:"#/properties/clients/items/properties/users/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data282.psk !== undefined){
let data315 = data282.psk;
const _errs959 = errors;
let valid260 = false;
const _errs960 = errors;
if(data315 && typeof data315 == "object" && !Array.isArray(data315)){
if(data315.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key86 in data315){
if(!(key86 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key86}});
errors++;
}
}
if(data315.file !== undefined){
let data316 = data315.file;
if(typeof data316 === "string"){
if(func3(data316) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk/file",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data316)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk/file",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk/file",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid49 = _errs960 === errors;
valid260 = valid260 || _valid49;
if(!valid260){
const _errs965 = errors;
if(data315 && typeof data315 == "object" && !Array.isArray(data315)){
if(data315.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key87 in data315){
if(!(key87 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key87}});
errors++;
}
}
if(data315.env !== undefined){
let data317 = data315.env;
if(typeof data317 === "string"){
if(!pattern22.test(data317)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk/env",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk/env",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid49 = _errs965 === errors;
valid260 = valid260 || _valid49;
if(!valid260){
const _errs970 = errors;
if(data315 && typeof data315 == "object" && !Array.isArray(data315)){
if(data315.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key88 in data315){
if(!(key88 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key88}});
errors++;
}
}
if(data315.command !== undefined){
let data318 = data315.command;
if(Array.isArray(data318)){
if(data318.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk/command",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len63 = data318.length;
for(let i63=0; i63<len63; i63++){
let data319 = data318[i63];
if(typeof data319 === "string"){
if(!pattern0.test(data319)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk/command/" + i63,schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk/command/" + i63,schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk/command",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid49 = _errs970 === errors;
valid260 = valid260 || _valid49;
}
}
if(!valid260){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs959;
if(vErrors !== null){
if(_errs959){
vErrors.length = _errs959;
}
else {
vErrors = null;
}
}
}
}
if(data282.tag !== undefined){
let data320 = data282.tag;
if(typeof data320 === "string"){
if(!pattern85.test(data320)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/tag",schemaPath:"#/properties/clients/items/properties/tag/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55+"/tag",schemaPath:"#/properties/clients/items/properties/tag/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i55,schemaPath:"#/properties/clients/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients",schemaPath:"#/properties/clients/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.accept !== undefined){
let data321 = data.accept;
if(Array.isArray(data321)){
const len64 = data321.length;
for(let i64=0; i64<len64; i64++){
let data322 = data321[i64];
if(data322 && typeof data322 == "object" && !Array.isArray(data322)){
if(data322.tunnel === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64,schemaPath:"#/properties/accept/items/required",keyword:"required",params:{missingProperty: "tunnel"}});
errors++;
}
if(data322.weak === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64,schemaPath:"#/properties/accept/items/required",keyword:"required",params:{missingProperty: "weak"}});
errors++;
}
if(data322.until === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64,schemaPath:"#/properties/accept/items/required",keyword:"required",params:{missingProperty: "until"}});
errors++;
}
if(data322.because === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64,schemaPath:"#/properties/accept/items/required",keyword:"required",params:{missingProperty: "because"}});
errors++;
}
for(const key89 in data322){
if(!((((key89 === "tunnel") || (key89 === "weak")) || (key89 === "until")) || (key89 === "because"))){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64,schemaPath:"#/properties/accept/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key89}});
errors++;
}
}
if(data322.tunnel !== undefined){
let data323 = data322.tunnel;
if(typeof data323 === "string"){
if(!pattern2.test(data323)){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/tunnel",schemaPath:"#/properties/accept/items/properties/tunnel/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/tunnel",schemaPath:"#/properties/accept/items/properties/tunnel/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data322.weak !== undefined){
let data324 = data322.weak;
if(Array.isArray(data324)){
if(data324.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/weak",schemaPath:"#/properties/accept/items/properties/weak/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len65 = data324.length;
for(let i65=0; i65<len65; i65++){
let data325 = data324[i65];
if(typeof data325 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/weak/" + i65,schemaPath:"#/properties/accept/items/properties/weak/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((((((((((((data325 === "hmac-md5") || (data325 === "hmac-sha1")) || (data325 === "hmac-ripemd160")) || (data325 === "3des")) || (data325 === "blowfish")) || (data325 === "cast128")) || (data325 === "null")) || (data325 === "aes-128-gmac")) || (data325 === "aes-192-gmac")) || (data325 === "aes-256-gmac")) || (data325 === "modp768")) || (data325 === "modp1024")) || (data325 === "modp1536")) || (data325 === "ecp192")) || (data325 === "ecp224")) || (data325 === "brainpool224")) || (data325 === "aggressive"))){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/weak/" + i65,schemaPath:"#/properties/accept/items/properties/weak/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.accept.items.properties.weak.items.enum}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/weak",schemaPath:"#/properties/accept/items/properties/weak/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data322.until !== undefined){
let data326 = data322.until;
if(typeof data326 === "string"){
if(!pattern175.test(data326)){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/until",schemaPath:"#/properties/accept/items/properties/until/pattern",keyword:"pattern",params:{pattern: "^20[0-9]{2}-[01][0-9]-[0-3][0-9]$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/until",schemaPath:"#/properties/accept/items/properties/until/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data322.because !== undefined){
let data327 = data322.because;
if(typeof data327 === "string"){
if(func3(data327) > 500){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/because",schemaPath:"#/properties/accept/items/properties/because/maxLength",keyword:"maxLength",params:{limit: 500}});
errors++;
}
if(func3(data327) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/because",schemaPath:"#/properties/accept/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data327)){
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/because",schemaPath:"#/properties/accept/items/properties/because/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64+"/because",schemaPath:"#/properties/accept/items/properties/because/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/accept/" + i64,schemaPath:"#/properties/accept/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/accept",schemaPath:"#/properties/accept/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.failover !== undefined){
let data328 = data.failover;
if(data328 && typeof data328 == "object" && !Array.isArray(data328)){
if(data328.interface === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/failover",schemaPath:"#/properties/failover/required",keyword:"required",params:{missingProperty: "interface"}});
errors++;
}
if(data328.peer === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/failover",schemaPath:"#/properties/failover/required",keyword:"required",params:{missingProperty: "peer"}});
errors++;
}
if(data328.key === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/failover",schemaPath:"#/properties/failover/required",keyword:"required",params:{missingProperty: "key"}});
errors++;
}
for(const key90 in data328){
if(!(((key90 === "interface") || (key90 === "peer")) || (key90 === "key"))){
(vErrors ??= []).push({instancePath:instancePath+"/failover",schemaPath:"#/properties/failover/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key90}});
errors++;
}
}
if(data328.interface !== undefined){
let data329 = data328.interface;
if(typeof data329 === "string"){
if(!pattern12.test(data329)){
(vErrors ??= []).push({instancePath:instancePath+"/failover/interface",schemaPath:"#/properties/failover/properties/interface/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/failover/interface",schemaPath:"#/properties/failover/properties/interface/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data328.peer !== undefined){
let data330 = data328.peer;
if(typeof data330 === "string"){
if(!pattern16.test(data330)){
(vErrors ??= []).push({instancePath:instancePath+"/failover/peer",schemaPath:"#/properties/failover/properties/peer/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/failover/peer",schemaPath:"#/properties/failover/properties/peer/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data328.key !== undefined){
let data331 = data328.key;
const _errs1002 = errors;
let valid272 = false;
const _errs1003 = errors;
if(data331 && typeof data331 == "object" && !Array.isArray(data331)){
if(data331.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key",schemaPath:"#/properties/failover/properties/key/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key91 in data331){
if(!(key91 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key",schemaPath:"#/properties/failover/properties/key/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key91}});
errors++;
}
}
if(data331.file !== undefined){
let data332 = data331.file;
if(typeof data332 === "string"){
if(func3(data332) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key/file",schemaPath:"#/properties/failover/properties/key/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data332)){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key/file",schemaPath:"#/properties/failover/properties/key/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/failover/key/file",schemaPath:"#/properties/failover/properties/key/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/failover/key",schemaPath:"#/properties/failover/properties/key/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid50 = _errs1003 === errors;
valid272 = valid272 || _valid50;
if(!valid272){
const _errs1008 = errors;
if(data331 && typeof data331 == "object" && !Array.isArray(data331)){
if(data331.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key",schemaPath:"#/properties/failover/properties/key/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key92 in data331){
if(!(key92 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key",schemaPath:"#/properties/failover/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key92}});
errors++;
}
}
if(data331.env !== undefined){
let data333 = data331.env;
if(typeof data333 === "string"){
if(!pattern22.test(data333)){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key/env",schemaPath:"#/properties/failover/properties/key/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/failover/key/env",schemaPath:"#/properties/failover/properties/key/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/failover/key",schemaPath:"#/properties/failover/properties/key/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid50 = _errs1008 === errors;
valid272 = valid272 || _valid50;
if(!valid272){
const _errs1013 = errors;
if(data331 && typeof data331 == "object" && !Array.isArray(data331)){
if(data331.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key",schemaPath:"#/properties/failover/properties/key/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key93 in data331){
if(!(key93 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key",schemaPath:"#/properties/failover/properties/key/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key93}});
errors++;
}
}
if(data331.command !== undefined){
let data334 = data331.command;
if(Array.isArray(data334)){
if(data334.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key/command",schemaPath:"#/properties/failover/properties/key/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len66 = data334.length;
for(let i66=0; i66<len66; i66++){
let data335 = data334[i66];
if(typeof data335 === "string"){
if(!pattern0.test(data335)){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key/command/" + i66,schemaPath:"#/properties/failover/properties/key/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/failover/key/command/" + i66,schemaPath:"#/properties/failover/properties/key/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/failover/key/command",schemaPath:"#/properties/failover/properties/key/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/failover/key",schemaPath:"#/properties/failover/properties/key/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid50 = _errs1013 === errors;
valid272 = valid272 || _valid50;
}
}
if(!valid272){
(vErrors ??= []).push({instancePath:instancePath+"/failover/key",schemaPath:"#/properties/failover/properties/key/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs1002;
if(vErrors !== null){
if(_errs1002){
vErrors.length = _errs1002;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/failover",schemaPath:"#/properties/failover/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.packages !== undefined){
let data336 = data.packages;
if(Array.isArray(data336)){
const len67 = data336.length;
for(let i67=0; i67<len67; i67++){
let data337 = data336[i67];
if(typeof data337 === "string"){
if(!pattern182.test(data337)){
(vErrors ??= []).push({instancePath:instancePath+"/packages/" + i67,schemaPath:"#/properties/packages/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/packages/" + i67,schemaPath:"#/properties/packages/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/packages",schemaPath:"#/properties/packages/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.syspatch !== undefined){
if(typeof data.syspatch !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/syspatch",schemaPath:"#/properties/syspatch/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data.sysctl !== undefined){
let data339 = data.sysctl;
if(data339 && typeof data339 == "object" && !Array.isArray(data339)){
for(const key94 in data339){
const _errs1028 = errors;
if(typeof key94 === "string"){
if(!pattern183.test(key94)){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl",schemaPath:"#/properties/sysctl/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][A-Za-z0-9_.-]*$"},propertyName:key94});
errors++;
}
}
var valid280 = _errs1028 === errors;
if(!valid280){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl",schemaPath:"#/properties/sysctl/propertyNames",keyword:"propertyNames",params:{propertyName: key94}});
errors++;
}
}
for(const key95 in data339){
let data340 = data339[key95];
if(((typeof data340 !== "string") && (!((typeof data340 == "number") && (!(data340 % 1) && !isNaN(data340))))) && (typeof data340 !== "boolean")){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl/" + key95.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctl/additionalProperties/type",keyword:"type",params:{type: schema11.properties.sysctl.additionalProperties.type}});
errors++;
}
if(typeof data340 === "string"){
if(!pattern184.test(data340)){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl/" + key95.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctl/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\# ]+$"}});
errors++;
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/sysctl",schemaPath:"#/properties/sysctl/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.rcConf !== undefined){
let data341 = data.rcConf;
if(data341 && typeof data341 == "object" && !Array.isArray(data341)){
for(const key96 in data341){
const _errs1034 = errors;
if(typeof key96 === "string"){
if(!pattern185.test(key96)){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf",schemaPath:"#/properties/rcConf/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},propertyName:key96});
errors++;
}
}
var valid282 = _errs1034 === errors;
if(!valid282){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf",schemaPath:"#/properties/rcConf/propertyNames",keyword:"propertyNames",params:{propertyName: key96}});
errors++;
}
}
for(const key97 in data341){
let data342 = data341[key97];
if(((typeof data342 !== "string") && (!((typeof data342 == "number") && (!(data342 % 1) && !isNaN(data342))))) && (typeof data342 !== "boolean")){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf/" + key97.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rcConf/additionalProperties/type",keyword:"type",params:{type: schema11.properties.rcConf.additionalProperties.type}});
errors++;
}
if(typeof data342 === "string"){
if(!pattern186.test(data342)){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf/" + key97.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rcConf/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#]*$"}});
errors++;
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/rcConf",schemaPath:"#/properties/rcConf/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.installurl !== undefined){
let data343 = data.installurl;
if(typeof data343 === "string"){
if(!pattern187.test(data343)){
(vErrors ??= []).push({instancePath:instancePath+"/installurl",schemaPath:"#/properties/installurl/pattern",keyword:"pattern",params:{pattern: "^(https?|ftp|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/installurl",schemaPath:"#/properties/installurl/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.files !== undefined){
let data344 = data.files;
if(Array.isArray(data344)){
const len68 = data344.length;
for(let i68=0; i68<len68; i68++){
let data345 = data344[i68];
if(data345 && typeof data345 == "object" && !Array.isArray(data345)){
if(data345.path === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: "path"}});
errors++;
}
for(const key98 in data345){
if(!((((((((key98 === "path") || (key98 === "content")) || (key98 === "append")) || (key98 === "source")) || (key98 === "secret")) || (key98 === "mode")) || (key98 === "owner")) || (key98 === "group"))){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68,schemaPath:"#/properties/files/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key98}});
errors++;
}
}
if(data345.path !== undefined){
let data346 = data345.path;
if(typeof data346 === "string"){
if(func3(data346) > 200){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/path",schemaPath:"#/properties/files/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 200}});
errors++;
}
if(!pattern188.test(data346)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/path",schemaPath:"#/properties/files/items/properties/path/pattern",keyword:"pattern",params:{pattern: "^/[A-Za-z0-9_.+@/-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/path",schemaPath:"#/properties/files/items/properties/path/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data345.content !== undefined){
let data347 = data345.content;
if(typeof data347 === "string"){
if(!pattern189.test(data347)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/content",schemaPath:"#/properties/files/items/properties/content/pattern",keyword:"pattern",params:{pattern: "^[^\\ud800-\\udfff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/content",schemaPath:"#/properties/files/items/properties/content/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data345.append !== undefined){
let data348 = data345.append;
const _errs1050 = errors;
let valid287 = false;
const _errs1051 = errors;
if(typeof data348 === "string"){
if(!pattern189.test(data348)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[^\\ud800-\\udfff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid51 = _errs1051 === errors;
valid287 = valid287 || _valid51;
if(!valid287){
const _errs1053 = errors;
if(data348 && typeof data348 == "object" && !Array.isArray(data348)){
if(data348.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/1/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key99 in data348){
if(!(key99 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key99}});
errors++;
}
}
if(data348.file !== undefined){
let data349 = data348.file;
if(typeof data349 === "string"){
if(func3(data349) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append/file",schemaPath:"#/properties/files/items/properties/append/anyOf/1/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data349)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append/file",schemaPath:"#/properties/files/items/properties/append/anyOf/1/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append/file",schemaPath:"#/properties/files/items/properties/append/anyOf/1/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid51 = _errs1053 === errors;
valid287 = valid287 || _valid51;
if(!valid287){
const _errs1058 = errors;
if(data348 && typeof data348 == "object" && !Array.isArray(data348)){
if(data348.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/2/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key100 in data348){
if(!(key100 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key100}});
errors++;
}
}
if(data348.env !== undefined){
let data350 = data348.env;
if(typeof data350 === "string"){
if(!pattern22.test(data350)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append/env",schemaPath:"#/properties/files/items/properties/append/anyOf/2/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append/env",schemaPath:"#/properties/files/items/properties/append/anyOf/2/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid51 = _errs1058 === errors;
valid287 = valid287 || _valid51;
if(!valid287){
const _errs1063 = errors;
if(data348 && typeof data348 == "object" && !Array.isArray(data348)){
if(data348.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/3/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key101 in data348){
if(!(key101 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key101}});
errors++;
}
}
if(data348.command !== undefined){
let data351 = data348.command;
if(Array.isArray(data351)){
if(data351.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append/command",schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len69 = data351.length;
for(let i69=0; i69<len69; i69++){
let data352 = data351[i69];
if(typeof data352 === "string"){
if(!pattern0.test(data352)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append/command/" + i69,schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append/command/" + i69,schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append/command",schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/3/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid51 = _errs1063 === errors;
valid287 = valid287 || _valid51;
}
}
}
if(!valid287){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs1050;
if(vErrors !== null){
if(_errs1050){
vErrors.length = _errs1050;
}
else {
vErrors = null;
}
}
}
}
if(data345.source !== undefined){
let data353 = data345.source;
if(typeof data353 === "string"){
if(func3(data353) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/source",schemaPath:"#/properties/files/items/properties/source/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data353)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/source",schemaPath:"#/properties/files/items/properties/source/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/source",schemaPath:"#/properties/files/items/properties/source/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data345.secret !== undefined){
let data354 = data345.secret;
const _errs1073 = errors;
let valid293 = false;
const _errs1074 = errors;
if(data354 && typeof data354 == "object" && !Array.isArray(data354)){
if(data354.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key102 in data354){
if(!(key102 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key102}});
errors++;
}
}
if(data354.file !== undefined){
let data355 = data354.file;
if(typeof data355 === "string"){
if(func3(data355) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret/file",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern0.test(data355)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret/file",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret/file",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid52 = _errs1074 === errors;
valid293 = valid293 || _valid52;
if(!valid293){
const _errs1079 = errors;
if(data354 && typeof data354 == "object" && !Array.isArray(data354)){
if(data354.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key103 in data354){
if(!(key103 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key103}});
errors++;
}
}
if(data354.env !== undefined){
let data356 = data354.env;
if(typeof data356 === "string"){
if(!pattern22.test(data356)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret/env",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret/env",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid52 = _errs1079 === errors;
valid293 = valid293 || _valid52;
if(!valid293){
const _errs1084 = errors;
if(data354 && typeof data354 == "object" && !Array.isArray(data354)){
if(data354.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key104 in data354){
if(!(key104 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key104}});
errors++;
}
}
if(data354.command !== undefined){
let data357 = data354.command;
if(Array.isArray(data357)){
if(data357.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret/command",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len70 = data357.length;
for(let i70=0; i70<len70; i70++){
let data358 = data357[i70];
if(typeof data358 === "string"){
if(!pattern0.test(data358)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret/command/" + i70,schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret/command/" + i70,schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret/command",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid52 = _errs1084 === errors;
valid293 = valid293 || _valid52;
}
}
if(!valid293){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs1073;
if(vErrors !== null){
if(_errs1073){
vErrors.length = _errs1073;
}
else {
vErrors = null;
}
}
}
}
if(data345.mode !== undefined){
let data359 = data345.mode;
if(typeof data359 === "string"){
if(!pattern198.test(data359)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/mode",schemaPath:"#/properties/files/items/properties/mode/pattern",keyword:"pattern",params:{pattern: "^0?[0-7]{3}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/mode",schemaPath:"#/properties/files/items/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data345.owner !== undefined){
let data360 = data345.owner;
if(typeof data360 === "string"){
if(!pattern199.test(data360)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/owner",schemaPath:"#/properties/files/items/properties/owner/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/owner",schemaPath:"#/properties/files/items/properties/owner/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data345.group !== undefined){
let data361 = data345.group;
if(typeof data361 === "string"){
if(!pattern199.test(data361)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/group",schemaPath:"#/properties/files/items/properties/group/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68+"/group",schemaPath:"#/properties/files/items/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i68,schemaPath:"#/properties/files/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.console !== undefined){
let data362 = data.console;
if(data362 && typeof data362 == "object" && !Array.isArray(data362)){
for(const key105 in data362){
if(!(key105 === "speed")){
(vErrors ??= []).push({instancePath:instancePath+"/console",schemaPath:"#/properties/console/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key105}});
errors++;
}
}
if(data362.speed !== undefined){
let data363 = data362.speed;
if(!(((((data363 === 9600) || (data363 === 19200)) || (data363 === 38400)) || (data363 === 57600)) || (data363 === 115200))){
(vErrors ??= []).push({instancePath:instancePath+"/console/speed",schemaPath:"#/properties/console/properties/speed/enum",keyword:"enum",params:{allowedValues: schema11.properties.console.properties.speed.enum}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/console",schemaPath:"#/properties/console/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.domain !== undefined){
let data364 = data.domain;
if(data364 && typeof data364 == "object" && !Array.isArray(data364)){
for(const key106 in data364){
if(!(func2.call(schema11.properties.domain.properties, key106))){
(vErrors ??= []).push({instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key106}});
errors++;
}
}
if(data364.name !== undefined){
let data365 = data364.name;
if(typeof data365 === "string"){
if(!pattern2.test(data365)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/name",schemaPath:"#/properties/domain/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/name",schemaPath:"#/properties/domain/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data364.uuid !== undefined){
let data366 = data364.uuid;
if(typeof data366 === "string"){
if(!pattern202.test(data366)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/uuid",schemaPath:"#/properties/domain/properties/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/uuid",schemaPath:"#/properties/domain/properties/uuid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data364.memory !== undefined){
let data367 = data364.memory;
if(typeof data367 === "string"){
if(!pattern9.test(data367)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/memory",schemaPath:"#/properties/domain/properties/memory/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/memory",schemaPath:"#/properties/domain/properties/memory/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data364.vcpus !== undefined){
let data368 = data364.vcpus;
const _errs1111 = errors;
let valid301 = false;
const _errs1112 = errors;
if(!((typeof data368 == "number") && (!(data368 % 1) && !isNaN(data368)))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data368 == "number"){
if(data368 > 255 || isNaN(data368)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data368 < 1 || isNaN(data368)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid53 = _errs1112 === errors;
valid301 = valid301 || _valid53;
if(!valid301){
const _errs1114 = errors;
if(data368 && typeof data368 == "object" && !Array.isArray(data368)){
for(const key107 in data368){
if(!((key107 === "current") || (key107 === "maximum"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key107}});
errors++;
}
}
if(data368.current !== undefined){
let data369 = data368.current;
if(!((typeof data369 == "number") && (!(data369 % 1) && !isNaN(data369)))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/current",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/current/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data369 == "number"){
if(data369 > 255 || isNaN(data369)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/current",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/current/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data369 < 1 || isNaN(data369)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/current",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/current/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data368.maximum !== undefined){
let data370 = data368.maximum;
if(!((typeof data370 == "number") && (!(data370 % 1) && !isNaN(data370)))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/maximum",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/maximum/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data370 == "number"){
if(data370 > 255 || isNaN(data370)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/maximum",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/maximum/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data370 < 1 || isNaN(data370)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/maximum",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/maximum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid53 = _errs1114 === errors;
valid301 = valid301 || _valid53;
}
if(!valid301){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs1111;
if(vErrors !== null){
if(_errs1111){
vErrors.length = _errs1111;
}
else {
vErrors = null;
}
}
}
}
if(data364.cpu !== undefined){
let data371 = data364.cpu;
if(typeof data371 === "string"){
if(!pattern204.test(data371)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/cpu",schemaPath:"#/properties/domain/properties/cpu/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/cpu",schemaPath:"#/properties/domain/properties/cpu/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data364.disk !== undefined){
let data372 = data364.disk;
if(typeof data372 === "string"){
if(!pattern205.test(data372)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/disk",schemaPath:"#/properties/domain/properties/disk/pattern",keyword:"pattern",params:{pattern: "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/disk",schemaPath:"#/properties/domain/properties/disk/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data364.cache !== undefined){
let data373 = data364.cache;
if(typeof data373 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/cache",schemaPath:"#/properties/domain/properties/cache/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data373 === "none") || (data373 === "writethrough")) || (data373 === "writeback")) || (data373 === "directsync")) || (data373 === "unsafe"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/cache",schemaPath:"#/properties/domain/properties/cache/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.cache.enum}});
errors++;
}
}
if(data364.discard !== undefined){
if(typeof data364.discard !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/discard",schemaPath:"#/properties/domain/properties/discard/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data364.interfaces !== undefined){
let data375 = data364.interfaces;
if(Array.isArray(data375)){
if(data375.length > 16){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces",schemaPath:"#/properties/domain/properties/interfaces/maxItems",keyword:"maxItems",params:{limit: 16}});
errors++;
}
if(data375.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces",schemaPath:"#/properties/domain/properties/interfaces/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len71 = data375.length;
for(let i71=0; i71<len71; i71++){
let data376 = data375[i71];
if(data376 && typeof data376 == "object" && !Array.isArray(data376)){
if(data376.bridge === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i71,schemaPath:"#/properties/domain/properties/interfaces/items/required",keyword:"required",params:{missingProperty: "bridge"}});
errors++;
}
for(const key108 in data376){
if(!((key108 === "bridge") || (key108 === "mac"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i71,schemaPath:"#/properties/domain/properties/interfaces/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key108}});
errors++;
}
}
if(data376.bridge !== undefined){
let data377 = data376.bridge;
if(typeof data377 === "string"){
if(!pattern206.test(data377)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i71+"/bridge",schemaPath:"#/properties/domain/properties/interfaces/items/properties/bridge/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i71+"/bridge",schemaPath:"#/properties/domain/properties/interfaces/items/properties/bridge/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data376.mac !== undefined){
let data378 = data376.mac;
if(typeof data378 === "string"){
if(!pattern207.test(data378)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i71+"/mac",schemaPath:"#/properties/domain/properties/interfaces/items/properties/mac/pattern",keyword:"pattern",params:{pattern: "^(random|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i71+"/mac",schemaPath:"#/properties/domain/properties/interfaces/items/properties/mac/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i71,schemaPath:"#/properties/domain/properties/interfaces/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces",schemaPath:"#/properties/domain/properties/interfaces/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data364.hardware !== undefined){
let data379 = data364.hardware;
if(typeof data379 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/hardware",schemaPath:"#/properties/domain/properties/hardware/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data379 === "virtio") || (data379 === "legacy"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/hardware",schemaPath:"#/properties/domain/properties/hardware/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.hardware.enum}});
errors++;
}
}
if(data364.machine !== undefined){
let data380 = data364.machine;
if(typeof data380 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/machine",schemaPath:"#/properties/domain/properties/machine/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data380 === "q35") || (data380 === "pc"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/machine",schemaPath:"#/properties/domain/properties/machine/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.machine.enum}});
errors++;
}
}
if(data364.firmware !== undefined){
let data381 = data364.firmware;
if(typeof data381 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/firmware",schemaPath:"#/properties/domain/properties/firmware/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data381 === "bios") || (data381 === "uefi"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/firmware",schemaPath:"#/properties/domain/properties/firmware/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.firmware.enum}});
errors++;
}
}
if(data364.rng !== undefined){
if(typeof data364.rng !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/rng",schemaPath:"#/properties/domain/properties/rng/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data364.graphics !== undefined){
let data383 = data364.graphics;
if(typeof data383 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/graphics",schemaPath:"#/properties/domain/properties/graphics/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data383 === "none") || (data383 === "vnc")) || (data383 === "spice"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/graphics",schemaPath:"#/properties/domain/properties/graphics/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.graphics.enum}});
errors++;
}
}
if(data364.autostart !== undefined){
if(typeof data364.autostart !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/autostart",schemaPath:"#/properties/domain/properties/autostart/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data364.description !== undefined){
let data385 = data364.description;
if(typeof data385 === "string"){
if(func3(data385) > 200){
(vErrors ??= []).push({instancePath:instancePath+"/domain/description",schemaPath:"#/properties/domain/properties/description/maxLength",keyword:"maxLength",params:{limit: 200}});
errors++;
}
if(!pattern0.test(data385)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/description",schemaPath:"#/properties/domain/properties/description/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/description",schemaPath:"#/properties/domain/properties/description/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}});
errors++;
}
validate10.errors = vErrors;
return errors === 0;
});
