// Written by gateway/schema/write_validator.ts from gateway/schema/schema.ts; do not edit.
"use strict";
const schema11 = {"type":"object","required":["hostname","network"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"hostname":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$","maxLength":180},"release":{"anyOf":[{"type":"string","pattern":"^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0|rehearsal)$"},{"type":"object","required":["version"],"properties":{"version":{"type":"string","pattern":"^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0)$"},"arch":{"type":"string","enum":["amd64","i386"],"default":"amd64"},"mirror":{"type":"string","pattern":"^(https?|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$"},"key":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1},"rehearsal":{"type":"boolean","default":false}},"additionalProperties":false}],"default":"8.0"},"timezone":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$","default":"UTC"},"disk":{"type":"object","properties":{"size":{"type":"string","pattern":"^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$","default":"6G"},"layout":{"anyOf":[{"type":"string","enum":["single","auto"]},{"type":"array","items":{"type":"object","required":["mount","size"],"properties":{"mount":{"type":"string","pattern":"^(swap|/[A-Za-z0-9_./-]*)$","maxLength":64},"size":{"type":"string","pattern":"^(\\*|[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT])$"},"grow":{"type":"boolean","default":false}},"additionalProperties":false},"minItems":1,"maxItems":15}],"default":"single"}},"additionalProperties":false,"default":{}},"network":{"type":"object","required":["interfaces"],"properties":{"interfaces":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z]+[0-9]+$","maxLength":15},"address":{"type":"string","pattern":"^(dhcp|autoconf|none|[0-9.]+/[0-9]{1,2})$","default":"none"},"address6":{"type":"string","pattern":"^(autoconf|none|[0-9A-Fa-f:.]+/[0-9]{1,3})$","default":"none"},"aliases":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+/[0-9]{1,3}$"},"default":[]},"mtu":{"type":"integer","minimum":576,"maximum":65535},"description":{"type":"string","pattern":"^[ !%&()*+,./0-9:;<=>?@A-Z\\[\\]^_a-z{|}~-]*$","maxLength":60},"vlan":{"type":"object","required":["id","parent"],"properties":{"id":{"type":"integer","minimum":1,"maximum":4094},"parent":{"type":"string","pattern":"^[a-z]+[0-9]+$"}},"additionalProperties":false},"options":{"type":"array","items":{"type":"string","pattern":"^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"},"default":[]}},"additionalProperties":false},"minItems":1},"gateway":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"},"gateway6":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"},"nameservers":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"default":[]},"search":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"},"default":[]},"hosts":{"type":"array","items":{"type":"object","required":["address","names"],"properties":{"address":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"names":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"},"minItems":1}},"additionalProperties":false},"default":[]}},"additionalProperties":false},"access":{"type":"object","properties":{"rootPassword":{"anyOf":[{"type":"string","enum":["none"]},{"type":"object","required":["hash"],"properties":{"hash":{"type":"string","pattern":"^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$"}},"additionalProperties":false},{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}],"default":"none"},"rootKeys":{"type":"array","items":{"type":"string","pattern":"^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","maxLength":8192},"default":[]},"rootSsh":{"type":"string","enum":["no","yes","prohibit-password"]},"users":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9_-]{0,30}$"},"fullName":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#:&,]*$","maxLength":100},"keys":{"type":"array","items":{"type":"string","pattern":"^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","maxLength":8192},"default":[]},"password":{"anyOf":[{"type":"string","enum":["none"]},{"type":"object","required":["hash"],"properties":{"hash":{"type":"string","pattern":"^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$"}},"additionalProperties":false},{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}],"default":"none"},"wheel":{"type":"boolean","default":true},"doas":{"type":"string","enum":["no","password","persist","nopass"]}},"additionalProperties":false},"default":[]}},"additionalProperties":false,"default":{}},"firewall":{"type":"object","properties":{"skipTunnels":{"type":"boolean","default":true},"blockPolicy":{"type":"string","enum":["drop","return"],"default":"drop"},"urpf":{"type":"boolean","default":false},"peers":{"anyOf":[{"type":"string","enum":["any"]},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}]},"tables":{"type":"object","propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_-]{0,30}$"},"additionalProperties":{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}},"default":{}},"allow":{"type":"array","items":{"type":"object","properties":{"proto":{"anyOf":[{"type":"string","pattern":"^[a-z0-9-]+$"},{"type":"array","items":{"type":"string","pattern":"^[a-z0-9-]+$"}}],"default":[]},"port":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"},{"type":"array","items":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"}]}}]},"from":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"to":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"on":{"type":"string","pattern":"^[a-z][a-z0-9_]{0,14}$"},"tunnel":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"},"log":{"type":"boolean","default":false},"tag":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"},"tagged":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"},"maxConnections":{"type":"integer","minimum":1,"maximum":1000000},"maxRate":{"type":"string","pattern":"^[1-9][0-9]{0,5}/[1-9][0-9]{0,5}$"},"overload":{"type":"string","pattern":"^(<[A-Za-z][A-Za-z0-9_-]{0,30}>|[A-Za-z][A-Za-z0-9_-]{0,30})$"},"routeTo":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"replyTo":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"}},"additionalProperties":false},"default":[]},"nat":{"type":"array","items":{"type":"object","required":["on","from"],"properties":{"on":{"type":"string","pattern":"^[a-z][a-z0-9_]{0,14}$"},"from":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"to":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"as":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"log":{"type":"boolean","default":false}},"additionalProperties":false},"default":[]},"redirect":{"type":"array","items":{"type":"object","required":["on","proto","port","to"],"properties":{"on":{"type":"string","pattern":"^[a-z][a-z0-9_]{0,14}$"},"proto":{"anyOf":[{"type":"string","pattern":"^[a-z0-9-]+$"},{"type":"array","items":{"type":"string","pattern":"^[a-z0-9-]+$"}}],"default":[]},"port":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"},{"type":"array","items":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"}]}}]},"from":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"address":{"anyOf":[{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}}],"default":[]},"to":{"anyOf":[{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"}}],"default":[]},"toPort":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"}]},"log":{"type":"boolean","default":false}},"additionalProperties":false},"default":[]},"maxMss":{"type":"integer","minimum":536,"maximum":65495},"rules":{"type":"array","items":{"type":"string","pattern":"^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"},"default":[]}},"additionalProperties":false,"default":{}},"forwarding":{"type":"string","enum":["ipsec","all","none"],"default":"ipsec"},"tunnels":{"type":"array","items":{"type":"object","required":["name","peer"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"ike":{"enum":[1,2],"default":2},"peer":{"type":"string","pattern":"^(any|[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}(/[0-9]{1,3})?)$"},"local":{"anyOf":[{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}}],"default":[]},"remote":{"anyOf":[{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}}],"default":[]},"selectors":{"type":"array","items":{"type":"object","required":["local","remote"],"properties":{"local":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},"remote":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}},"additionalProperties":false},"minItems":1},"proto":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]{0,30}$"},{"type":"integer","minimum":1,"maximum":255}]},"localPort":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]{0,30}$"},{"type":"integer","minimum":1,"maximum":65535}]},"remotePort":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]{0,30}$"},{"type":"integer","minimum":1,"maximum":65535}]},"iface":{"type":"string","pattern":"^sec[0-9]{1,9}$"},"localAddress":{"type":"string","pattern":"^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$","maxLength":45},"mode":{"type":"string","enum":["active","passive","dynamic"],"default":"active"},"exchange":{"type":"string","enum":["main","aggressive"],"default":"main"},"protocol":{"type":"string","enum":["esp","ah"],"default":"esp"},"encapsulation":{"type":"string","enum":["tunnel","transport"],"default":"tunnel"},"phase1":{"anyOf":[{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}]},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},{"type":"array","items":{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}]},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},"minItems":1},{"type":"string","enum":["default"]}],"default":{}},"phase2":{"anyOf":[{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}],"default":"1h"},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},{"type":"array","items":{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}],"default":"1h"},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},"minItems":1},{"type":"string","enum":["default"]}],"default":{}},"ipcomp":{"type":"boolean","default":false},"psk":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"peerKey":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"certificate":{"type":"object","required":["ca","cert","key"],"properties":{"ca":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"cert":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"key":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]}},"additionalProperties":false},"srcid":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$","minLength":1,"maxLength":255},"dstid":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$","minLength":1,"maxLength":255},"tag":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"},"nat":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}},"additionalProperties":false},"default":[]},"clients":{"type":"array","items":{"type":"object","required":["name","pool"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"pool":{"type":"string","pattern":"^[0-9A-Fa-f:.]+/[0-9]{1,3}$"},"networks":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},"default":[]},"nameservers":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"default":[]},"srcid":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$","minLength":1,"maxLength":255},"localAddress":{"type":"string","pattern":"^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$","maxLength":45},"certificate":{"type":"object","required":["ca","cert","key"],"properties":{"ca":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"cert":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"key":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]}},"additionalProperties":false},"users":{"type":"array","items":{"type":"object","required":["name","password"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}$"},"password":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]}},"additionalProperties":false},"default":[]},"psk":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"tag":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}},"additionalProperties":false},"default":[]},"packages":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$"},"default":[]},"syspatch":{"type":"boolean","default":true},"sysctl":{"type":"object","propertyNames":{"pattern":"^[a-z][A-Za-z0-9_.-]*$"},"additionalProperties":{"type":["string","integer","boolean"],"pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\# ]+$"},"default":{}},"rcConf":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9_]*$"},"additionalProperties":{"type":["string","integer","boolean"],"pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#]*$"},"default":{}},"installurl":{"type":"string","pattern":"^(https?|ftp|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$","default":"https://cdn.openbsd.org/pub/OpenBSD"},"files":{"type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"type":"string","pattern":"^/[A-Za-z0-9_.+@/-]+$","maxLength":200},"content":{"type":"string","pattern":"^[^\\ud800-\\udfff]*$"},"append":{"anyOf":[{"type":"string","pattern":"^[^\\ud800-\\udfff]*$"},{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"source":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1},"secret":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"mode":{"type":"string","pattern":"^0?[0-7]{3}$"},"owner":{"type":"string","pattern":"^[a-z_][a-z0-9_-]*$","default":"root"},"group":{"type":"string","pattern":"^[a-z_][a-z0-9_-]*$","default":"wheel"}},"additionalProperties":false},"default":[]},"console":{"type":"object","properties":{"speed":{"enum":[9600,19200,38400,57600,115200],"default":115200}},"additionalProperties":false,"default":{}},"domain":{"type":"object","properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"uuid":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},"memory":{"type":"string","pattern":"^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$","default":"1024M"},"vcpus":{"anyOf":[{"type":"integer","minimum":1,"maximum":255},{"type":"object","properties":{"current":{"type":"integer","minimum":1,"maximum":255},"maximum":{"type":"integer","minimum":1,"maximum":255}},"additionalProperties":false}],"default":1},"cpu":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]*$","default":"host-passthrough"},"disk":{"type":"string","pattern":"^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"cache":{"type":"string","enum":["none","writethrough","writeback","directsync","unsafe"]},"discard":{"type":"boolean","default":true},"interfaces":{"type":"array","items":{"type":"object","required":["bridge"],"properties":{"bridge":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$"},"mac":{"type":"string","pattern":"^(random|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$","default":"random"}},"additionalProperties":false},"minItems":1,"maxItems":16,"default":[{"bridge":"br0"}]},"hardware":{"type":"string","enum":["virtio","legacy"],"default":"virtio"},"machine":{"type":"string","enum":["q35","pc"]},"firmware":{"type":"string","enum":["bios","uefi"],"default":"bios"},"rng":{"type":"boolean","default":true},"graphics":{"type":"string","enum":["none","vnc","spice"],"default":"none"},"autostart":{"type":"boolean","default":false},"description":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","maxLength":200}},"additionalProperties":false,"default":{}}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const func3 = (text) => [...text].length;
const pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", "u");
const pattern1 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$", "u");
const pattern2 = new RegExp("^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0|rehearsal)$", "u");
const pattern3 = new RegExp("^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0)$", "u");
const pattern4 = new RegExp("^(https?|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$", "u");
const pattern5 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$", "u");
const pattern6 = new RegExp("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$", "u");
const pattern7 = new RegExp("^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$", "u");
const pattern8 = new RegExp("^(swap|/[A-Za-z0-9_./-]*)$", "u");
const pattern9 = new RegExp("^(\\*|[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT])$", "u");
const pattern10 = new RegExp("^[a-z]+[0-9]+$", "u");
const pattern11 = new RegExp("^(dhcp|autoconf|none|[0-9.]+/[0-9]{1,2})$", "u");
const pattern12 = new RegExp("^(autoconf|none|[0-9A-Fa-f:.]+/[0-9]{1,3})$", "u");
const pattern13 = new RegExp("^[0-9A-Fa-f:.]+/[0-9]{1,3}$", "u");
const pattern14 = new RegExp("^[ !%&()*+,./0-9:;<=>?@A-Z\\[\\]^_a-z{|}~-]*$", "u");
const pattern16 = new RegExp("^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$", "u");
const pattern17 = new RegExp("^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$", "u");
const pattern19 = new RegExp("^[0-9A-Fa-f:.]+$", "u");
const pattern23 = new RegExp("^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$", "u");
const pattern25 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern27 = new RegExp("^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$", "u");
const pattern28 = new RegExp("^[a-z][a-z0-9_-]{0,30}$", "u");
const pattern29 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#:&,]*$", "u");
const pattern35 = new RegExp("^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$", "u");
const pattern36 = new RegExp("^[A-Za-z][A-Za-z0-9_-]{0,30}$", "u");
const pattern38 = new RegExp("^[a-z0-9-]+$", "u");
const pattern40 = new RegExp("^[a-z0-9][a-z0-9:_-]*$", "u");
const pattern46 = new RegExp("^[a-z][a-z0-9_]{0,14}$", "u");
const pattern47 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$", "u");
const pattern48 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$", "u");
const pattern50 = new RegExp("^[1-9][0-9]{0,5}/[1-9][0-9]{0,5}$", "u");
const pattern51 = new RegExp("^(<[A-Za-z][A-Za-z0-9_-]{0,30}>|[A-Za-z][A-Za-z0-9_-]{0,30})$", "u");
const pattern75 = new RegExp("^(any|[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}(/[0-9]{1,3})?)$", "u");
const pattern76 = new RegExp("^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$", "u");
const pattern82 = new RegExp("^[a-z][a-z0-9-]{0,30}$", "u");
const pattern85 = new RegExp("^sec[0-9]{1,9}$", "u");
const pattern86 = new RegExp("^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$", "u");
const pattern87 = new RegExp("^[1-9][0-9]{0,8}[smhd]?$", "u");
const pattern88 = new RegExp("^[1-9][0-9]{0,11}[KMG]?$", "u");
const pattern129 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}$", "u");
const pattern137 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$", "u");
const pattern138 = new RegExp("^[a-z][A-Za-z0-9_.-]*$", "u");
const pattern139 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\# ]+$", "u");
const pattern140 = new RegExp("^[a-z][a-z0-9_]*$", "u");
const pattern141 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#]*$", "u");
const pattern142 = new RegExp("^(https?|ftp|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$", "u");
const pattern143 = new RegExp("^/[A-Za-z0-9_.+@/-]+$", "u");
const pattern144 = new RegExp("^[^\\ud800-\\udfff]*$", "u");
const pattern153 = new RegExp("^0?[0-7]{3}$", "u");
const pattern154 = new RegExp("^[a-z_][a-z0-9_-]*$", "u");
const pattern157 = new RegExp("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");
const pattern159 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]*$", "u");
const pattern160 = new RegExp("^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$", "u");
const pattern161 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$", "u");
const pattern162 = new RegExp("^(random|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$", "u");

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
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
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
let data1 = data.hostname;
if(typeof data1 === "string"){
if(func3(data1) > 180){
(vErrors ??= []).push({instancePath:instancePath+"/hostname",schemaPath:"#/properties/hostname/maxLength",keyword:"maxLength",params:{limit: 180}});
errors++;
}
if(!pattern1.test(data1)){
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
let data2 = data.release;
const _errs7 = errors;
let valid1 = false;
const _errs8 = errors;
if(typeof data2 === "string"){
if(!pattern2.test(data2)){
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0|rehearsal)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs10 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.version === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf/1/required",keyword:"required",params:{missingProperty: "version"}});
errors++;
}
for(const key1 in data2){
if(!(((((key1 === "version") || (key1 === "arch")) || (key1 === "mirror")) || (key1 === "key")) || (key1 === "rehearsal"))){
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}});
errors++;
}
}
if(data2.version !== undefined){
let data3 = data2.version;
if(typeof data3 === "string"){
if(!pattern3.test(data3)){
(vErrors ??= []).push({instancePath:instancePath+"/release/version",schemaPath:"#/properties/release/anyOf/1/properties/version/pattern",keyword:"pattern",params:{pattern: "^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/release/version",schemaPath:"#/properties/release/anyOf/1/properties/version/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.arch !== undefined){
let data4 = data2.arch;
if(typeof data4 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/release/arch",schemaPath:"#/properties/release/anyOf/1/properties/arch/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data4 === "amd64") || (data4 === "i386"))){
(vErrors ??= []).push({instancePath:instancePath+"/release/arch",schemaPath:"#/properties/release/anyOf/1/properties/arch/enum",keyword:"enum",params:{allowedValues: schema11.properties.release.anyOf[1].properties.arch.enum}});
errors++;
}
}
if(data2.mirror !== undefined){
let data5 = data2.mirror;
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
(vErrors ??= []).push({instancePath:instancePath+"/release/mirror",schemaPath:"#/properties/release/anyOf/1/properties/mirror/pattern",keyword:"pattern",params:{pattern: "^(https?|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/release/mirror",schemaPath:"#/properties/release/anyOf/1/properties/mirror/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.key !== undefined){
let data6 = data2.key;
if(typeof data6 === "string"){
if(func3(data6) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/release/key",schemaPath:"#/properties/release/anyOf/1/properties/key/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data6)){
(vErrors ??= []).push({instancePath:instancePath+"/release/key",schemaPath:"#/properties/release/anyOf/1/properties/key/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/release/key",schemaPath:"#/properties/release/anyOf/1/properties/key/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.rehearsal !== undefined){
if(typeof data2.rehearsal !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/release/rehearsal",schemaPath:"#/properties/release/anyOf/1/properties/rehearsal/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
(vErrors ??= []).push({instancePath:instancePath+"/release",schemaPath:"#/properties/release/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
}
if(data.timezone !== undefined){
let data8 = data.timezone;
if(typeof data8 === "string"){
if(!pattern6.test(data8)){
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
let data9 = data.disk;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
if(!((key2 === "size") || (key2 === "layout"))){
(vErrors ??= []).push({instancePath:instancePath+"/disk",schemaPath:"#/properties/disk/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}});
errors++;
}
}
if(data9.size !== undefined){
let data10 = data9.size;
if(typeof data10 === "string"){
if(!pattern7.test(data10)){
(vErrors ??= []).push({instancePath:instancePath+"/disk/size",schemaPath:"#/properties/disk/properties/size/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk/size",schemaPath:"#/properties/disk/properties/size/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data9.layout !== undefined){
let data11 = data9.layout;
const _errs31 = errors;
let valid4 = false;
const _errs32 = errors;
if(typeof data11 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data11 === "single") || (data11 === "auto"))){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.disk.properties.layout.anyOf[0].enum}});
errors++;
}
var _valid1 = _errs32 === errors;
valid4 = valid4 || _valid1;
if(!valid4){
const _errs34 = errors;
if(Array.isArray(data11)){
if(data11.length > 15){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 15}});
errors++;
}
if(data11.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf/1/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.mount === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i0,schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/required",keyword:"required",params:{missingProperty: "mount"}});
errors++;
}
if(data12.size === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i0,schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/required",keyword:"required",params:{missingProperty: "size"}});
errors++;
}
for(const key3 in data12){
if(!(((key3 === "mount") || (key3 === "size")) || (key3 === "grow"))){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i0,schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}});
errors++;
}
}
if(data12.mount !== undefined){
let data13 = data12.mount;
if(typeof data13 === "string"){
if(func3(data13) > 64){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i0+"/mount",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/mount/maxLength",keyword:"maxLength",params:{limit: 64}});
errors++;
}
if(!pattern8.test(data13)){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i0+"/mount",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/mount/pattern",keyword:"pattern",params:{pattern: "^(swap|/[A-Za-z0-9_./-]*)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i0+"/mount",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/mount/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data12.size !== undefined){
let data14 = data12.size;
if(typeof data14 === "string"){
if(!pattern9.test(data14)){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i0+"/size",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/size/pattern",keyword:"pattern",params:{pattern: "^(\\*|[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT])$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i0+"/size",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/size/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data12.grow !== undefined){
if(typeof data12.grow !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i0+"/grow",schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/properties/grow/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout/" + i0,schemaPath:"#/properties/disk/properties/layout/anyOf/1/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid1 = _errs34 === errors;
valid4 = valid4 || _valid1;
}
if(!valid4){
(vErrors ??= []).push({instancePath:instancePath+"/disk/layout",schemaPath:"#/properties/disk/properties/layout/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
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
let data16 = data.network;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.interfaces === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network",schemaPath:"#/properties/network/required",keyword:"required",params:{missingProperty: "interfaces"}});
errors++;
}
for(const key4 in data16){
if(!((((((key4 === "interfaces") || (key4 === "gateway")) || (key4 === "gateway6")) || (key4 === "nameservers")) || (key4 === "search")) || (key4 === "hosts"))){
(vErrors ??= []).push({instancePath:instancePath+"/network",schemaPath:"#/properties/network/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}});
errors++;
}
}
if(data16.interfaces !== undefined){
let data17 = data16.interfaces;
if(Array.isArray(data17)){
if(data17.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces",schemaPath:"#/properties/network/properties/interfaces/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
let data18 = data17[i1];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1,schemaPath:"#/properties/network/properties/interfaces/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
for(const key5 in data18){
if(!((((((((key5 === "name") || (key5 === "address")) || (key5 === "address6")) || (key5 === "aliases")) || (key5 === "mtu")) || (key5 === "description")) || (key5 === "vlan")) || (key5 === "options"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1,schemaPath:"#/properties/network/properties/interfaces/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}});
errors++;
}
}
if(data18.name !== undefined){
let data19 = data18.name;
if(typeof data19 === "string"){
if(func3(data19) > 15){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/name",schemaPath:"#/properties/network/properties/interfaces/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 15}});
errors++;
}
if(!pattern10.test(data19)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/name",schemaPath:"#/properties/network/properties/interfaces/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/name",schemaPath:"#/properties/network/properties/interfaces/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data18.address !== undefined){
let data20 = data18.address;
if(typeof data20 === "string"){
if(!pattern11.test(data20)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/address",schemaPath:"#/properties/network/properties/interfaces/items/properties/address/pattern",keyword:"pattern",params:{pattern: "^(dhcp|autoconf|none|[0-9.]+/[0-9]{1,2})$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/address",schemaPath:"#/properties/network/properties/interfaces/items/properties/address/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data18.address6 !== undefined){
let data21 = data18.address6;
if(typeof data21 === "string"){
if(!pattern12.test(data21)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/address6",schemaPath:"#/properties/network/properties/interfaces/items/properties/address6/pattern",keyword:"pattern",params:{pattern: "^(autoconf|none|[0-9A-Fa-f:.]+/[0-9]{1,3})$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/address6",schemaPath:"#/properties/network/properties/interfaces/items/properties/address6/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data18.aliases !== undefined){
let data22 = data18.aliases;
if(Array.isArray(data22)){
const len2 = data22.length;
for(let i2=0; i2<len2; i2++){
let data23 = data22[i2];
if(typeof data23 === "string"){
if(!pattern13.test(data23)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/aliases/" + i2,schemaPath:"#/properties/network/properties/interfaces/items/properties/aliases/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+/[0-9]{1,3}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/aliases/" + i2,schemaPath:"#/properties/network/properties/interfaces/items/properties/aliases/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/aliases",schemaPath:"#/properties/network/properties/interfaces/items/properties/aliases/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data18.mtu !== undefined){
let data24 = data18.mtu;
if(!((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24)))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/mtu",schemaPath:"#/properties/network/properties/interfaces/items/properties/mtu/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data24 == "number"){
if(data24 > 65535 || isNaN(data24)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/mtu",schemaPath:"#/properties/network/properties/interfaces/items/properties/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data24 < 576 || isNaN(data24)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/mtu",schemaPath:"#/properties/network/properties/interfaces/items/properties/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 576}});
errors++;
}
}
}
if(data18.description !== undefined){
let data25 = data18.description;
if(typeof data25 === "string"){
if(func3(data25) > 60){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/description",schemaPath:"#/properties/network/properties/interfaces/items/properties/description/maxLength",keyword:"maxLength",params:{limit: 60}});
errors++;
}
if(!pattern14.test(data25)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/description",schemaPath:"#/properties/network/properties/interfaces/items/properties/description/pattern",keyword:"pattern",params:{pattern: "^[ !%&()*+,./0-9:;<=>?@A-Z\\[\\]^_a-z{|}~-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/description",schemaPath:"#/properties/network/properties/interfaces/items/properties/description/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data18.vlan !== undefined){
let data26 = data18.vlan;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.id === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/vlan",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/required",keyword:"required",params:{missingProperty: "id"}});
errors++;
}
if(data26.parent === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/vlan",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/required",keyword:"required",params:{missingProperty: "parent"}});
errors++;
}
for(const key6 in data26){
if(!((key6 === "id") || (key6 === "parent"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/vlan",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}});
errors++;
}
}
if(data26.id !== undefined){
let data27 = data26.id;
if(!((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27)))){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/vlan/id",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/id/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data27 == "number"){
if(data27 > 4094 || isNaN(data27)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/vlan/id",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094}});
errors++;
}
if(data27 < 1 || isNaN(data27)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/vlan/id",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data26.parent !== undefined){
let data28 = data26.parent;
if(typeof data28 === "string"){
if(!pattern10.test(data28)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/vlan/parent",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/parent/pattern",keyword:"pattern",params:{pattern: "^[a-z]+[0-9]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/vlan/parent",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/properties/parent/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/vlan",schemaPath:"#/properties/network/properties/interfaces/items/properties/vlan/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data18.options !== undefined){
let data29 = data18.options;
if(Array.isArray(data29)){
const len3 = data29.length;
for(let i3=0; i3<len3; i3++){
let data30 = data29[i3];
if(typeof data30 === "string"){
if(!pattern16.test(data30)){
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/options/" + i3,schemaPath:"#/properties/network/properties/interfaces/items/properties/options/items/pattern",keyword:"pattern",params:{pattern: "^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/options/" + i3,schemaPath:"#/properties/network/properties/interfaces/items/properties/options/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1+"/options",schemaPath:"#/properties/network/properties/interfaces/items/properties/options/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces/" + i1,schemaPath:"#/properties/network/properties/interfaces/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/interfaces",schemaPath:"#/properties/network/properties/interfaces/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data16.gateway !== undefined){
let data31 = data16.gateway;
if(typeof data31 === "string"){
if(!pattern17.test(data31)){
(vErrors ??= []).push({instancePath:instancePath+"/network/gateway",schemaPath:"#/properties/network/properties/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/gateway",schemaPath:"#/properties/network/properties/gateway/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data16.gateway6 !== undefined){
let data32 = data16.gateway6;
if(typeof data32 === "string"){
if(!pattern17.test(data32)){
(vErrors ??= []).push({instancePath:instancePath+"/network/gateway6",schemaPath:"#/properties/network/properties/gateway6/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/gateway6",schemaPath:"#/properties/network/properties/gateway6/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data16.nameservers !== undefined){
let data33 = data16.nameservers;
if(Array.isArray(data33)){
const len4 = data33.length;
for(let i4=0; i4<len4; i4++){
let data34 = data33[i4];
if(typeof data34 === "string"){
if(!pattern19.test(data34)){
(vErrors ??= []).push({instancePath:instancePath+"/network/nameservers/" + i4,schemaPath:"#/properties/network/properties/nameservers/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/nameservers/" + i4,schemaPath:"#/properties/network/properties/nameservers/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/nameservers",schemaPath:"#/properties/network/properties/nameservers/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data16.search !== undefined){
let data35 = data16.search;
if(Array.isArray(data35)){
const len5 = data35.length;
for(let i5=0; i5<len5; i5++){
let data36 = data35[i5];
if(typeof data36 === "string"){
if(!pattern1.test(data36)){
(vErrors ??= []).push({instancePath:instancePath+"/network/search/" + i5,schemaPath:"#/properties/network/properties/search/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/search/" + i5,schemaPath:"#/properties/network/properties/search/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/search",schemaPath:"#/properties/network/properties/search/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data16.hosts !== undefined){
let data37 = data16.hosts;
if(Array.isArray(data37)){
const len6 = data37.length;
for(let i6=0; i6<len6; i6++){
let data38 = data37[i6];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.address === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i6,schemaPath:"#/properties/network/properties/hosts/items/required",keyword:"required",params:{missingProperty: "address"}});
errors++;
}
if(data38.names === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i6,schemaPath:"#/properties/network/properties/hosts/items/required",keyword:"required",params:{missingProperty: "names"}});
errors++;
}
for(const key7 in data38){
if(!((key7 === "address") || (key7 === "names"))){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i6,schemaPath:"#/properties/network/properties/hosts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}});
errors++;
}
}
if(data38.address !== undefined){
let data39 = data38.address;
if(typeof data39 === "string"){
if(!pattern19.test(data39)){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i6+"/address",schemaPath:"#/properties/network/properties/hosts/items/properties/address/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i6+"/address",schemaPath:"#/properties/network/properties/hosts/items/properties/address/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data38.names !== undefined){
let data40 = data38.names;
if(Array.isArray(data40)){
if(data40.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i6+"/names",schemaPath:"#/properties/network/properties/hosts/items/properties/names/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len7 = data40.length;
for(let i7=0; i7<len7; i7++){
let data41 = data40[i7];
if(typeof data41 === "string"){
if(!pattern1.test(data41)){
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i6+"/names/" + i7,schemaPath:"#/properties/network/properties/hosts/items/properties/names/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i6+"/names/" + i7,schemaPath:"#/properties/network/properties/hosts/items/properties/names/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i6+"/names",schemaPath:"#/properties/network/properties/hosts/items/properties/names/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/network/hosts/" + i6,schemaPath:"#/properties/network/properties/hosts/items/type",keyword:"type",params:{type: "object"}});
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
let data42 = data.access;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key8 in data42){
if(!((((key8 === "rootPassword") || (key8 === "rootKeys")) || (key8 === "rootSsh")) || (key8 === "users"))){
(vErrors ??= []).push({instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}});
errors++;
}
}
if(data42.rootPassword !== undefined){
let data43 = data42.rootPassword;
const _errs105 = errors;
let valid27 = false;
const _errs106 = errors;
if(typeof data43 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data43 === "none")){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.rootPassword.anyOf[0].enum}});
errors++;
}
var _valid2 = _errs106 === errors;
valid27 = valid27 || _valid2;
if(!valid27){
const _errs108 = errors;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.hash === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/1/required",keyword:"required",params:{missingProperty: "hash"}});
errors++;
}
for(const key9 in data43){
if(!(key9 === "hash")){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}});
errors++;
}
}
if(data43.hash !== undefined){
let data44 = data43.hash;
if(typeof data44 === "string"){
if(!pattern23.test(data44)){
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
var _valid2 = _errs108 === errors;
valid27 = valid27 || _valid2;
if(!valid27){
const _errs113 = errors;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/2/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key10 in data43){
if(!(key10 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}});
errors++;
}
}
if(data43.file !== undefined){
let data45 = data43.file;
if(typeof data45 === "string"){
if(func3(data45) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/file",schemaPath:"#/properties/access/properties/rootPassword/anyOf/2/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data45)){
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
var _valid2 = _errs113 === errors;
valid27 = valid27 || _valid2;
if(!valid27){
const _errs118 = errors;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/3/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key11 in data43){
if(!(key11 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}});
errors++;
}
}
if(data43.env !== undefined){
let data46 = data43.env;
if(typeof data46 === "string"){
if(!pattern25.test(data46)){
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
var _valid2 = _errs118 === errors;
valid27 = valid27 || _valid2;
if(!valid27){
const _errs123 = errors;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key12 in data43){
if(!(key12 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}});
errors++;
}
}
if(data43.command !== undefined){
let data47 = data43.command;
if(Array.isArray(data47)){
if(data47.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/command",schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len8 = data47.length;
for(let i8=0; i8<len8; i8++){
let data48 = data47[i8];
if(typeof data48 === "string"){
if(!pattern5.test(data48)){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/command/" + i8,schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword/command/" + i8,schemaPath:"#/properties/access/properties/rootPassword/anyOf/4/properties/command/items/type",keyword:"type",params:{type: "string"}});
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
var _valid2 = _errs123 === errors;
valid27 = valid27 || _valid2;
}
}
}
}
if(!valid27){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootPassword",schemaPath:"#/properties/access/properties/rootPassword/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs105;
if(vErrors !== null){
if(_errs105){
vErrors.length = _errs105;
}
else {
vErrors = null;
}
}
}
}
if(data42.rootKeys !== undefined){
let data49 = data42.rootKeys;
if(Array.isArray(data49)){
const len9 = data49.length;
for(let i9=0; i9<len9; i9++){
let data50 = data49[i9];
if(typeof data50 === "string"){
if(func3(data50) > 8192){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootKeys/" + i9,schemaPath:"#/properties/access/properties/rootKeys/items/maxLength",keyword:"maxLength",params:{limit: 8192}});
errors++;
}
if(!pattern27.test(data50)){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootKeys/" + i9,schemaPath:"#/properties/access/properties/rootKeys/items/pattern",keyword:"pattern",params:{pattern: "^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootKeys/" + i9,schemaPath:"#/properties/access/properties/rootKeys/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/rootKeys",schemaPath:"#/properties/access/properties/rootKeys/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data42.rootSsh !== undefined){
let data51 = data42.rootSsh;
if(typeof data51 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootSsh",schemaPath:"#/properties/access/properties/rootSsh/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data51 === "no") || (data51 === "yes")) || (data51 === "prohibit-password"))){
(vErrors ??= []).push({instancePath:instancePath+"/access/rootSsh",schemaPath:"#/properties/access/properties/rootSsh/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.rootSsh.enum}});
errors++;
}
}
if(data42.users !== undefined){
let data52 = data42.users;
if(Array.isArray(data52)){
const len10 = data52.length;
for(let i10=0; i10<len10; i10++){
let data53 = data52[i10];
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(data53.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10,schemaPath:"#/properties/access/properties/users/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
for(const key13 in data53){
if(!((((((key13 === "name") || (key13 === "fullName")) || (key13 === "keys")) || (key13 === "password")) || (key13 === "wheel")) || (key13 === "doas"))){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10,schemaPath:"#/properties/access/properties/users/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}});
errors++;
}
}
if(data53.name !== undefined){
let data54 = data53.name;
if(typeof data54 === "string"){
if(!pattern28.test(data54)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/name",schemaPath:"#/properties/access/properties/users/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/name",schemaPath:"#/properties/access/properties/users/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data53.fullName !== undefined){
let data55 = data53.fullName;
if(typeof data55 === "string"){
if(func3(data55) > 100){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/fullName",schemaPath:"#/properties/access/properties/users/items/properties/fullName/maxLength",keyword:"maxLength",params:{limit: 100}});
errors++;
}
if(!pattern29.test(data55)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/fullName",schemaPath:"#/properties/access/properties/users/items/properties/fullName/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#:&,]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/fullName",schemaPath:"#/properties/access/properties/users/items/properties/fullName/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data53.keys !== undefined){
let data56 = data53.keys;
if(Array.isArray(data56)){
const len11 = data56.length;
for(let i11=0; i11<len11; i11++){
let data57 = data56[i11];
if(typeof data57 === "string"){
if(func3(data57) > 8192){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/keys/" + i11,schemaPath:"#/properties/access/properties/users/items/properties/keys/items/maxLength",keyword:"maxLength",params:{limit: 8192}});
errors++;
}
if(!pattern27.test(data57)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/keys/" + i11,schemaPath:"#/properties/access/properties/users/items/properties/keys/items/pattern",keyword:"pattern",params:{pattern: "^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/keys/" + i11,schemaPath:"#/properties/access/properties/users/items/properties/keys/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/keys",schemaPath:"#/properties/access/properties/users/items/properties/keys/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data53.password !== undefined){
let data58 = data53.password;
const _errs150 = errors;
let valid41 = false;
const _errs151 = errors;
if(typeof data58 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data58 === "none")){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.users.items.properties.password.anyOf[0].enum}});
errors++;
}
var _valid3 = _errs151 === errors;
valid41 = valid41 || _valid3;
if(!valid41){
const _errs153 = errors;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.hash === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/1/required",keyword:"required",params:{missingProperty: "hash"}});
errors++;
}
for(const key14 in data58){
if(!(key14 === "hash")){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}});
errors++;
}
}
if(data58.hash !== undefined){
let data59 = data58.hash;
if(typeof data59 === "string"){
if(!pattern23.test(data59)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/hash",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/1/properties/hash/pattern",keyword:"pattern",params:{pattern: "^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/hash",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/1/properties/hash/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid3 = _errs153 === errors;
valid41 = valid41 || _valid3;
if(!valid41){
const _errs158 = errors;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key15 in data58){
if(!(key15 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}});
errors++;
}
}
if(data58.file !== undefined){
let data60 = data58.file;
if(typeof data60 === "string"){
if(func3(data60) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/file",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data60)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/file",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/file",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid3 = _errs158 === errors;
valid41 = valid41 || _valid3;
if(!valid41){
const _errs163 = errors;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/3/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key16 in data58){
if(!(key16 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}});
errors++;
}
}
if(data58.env !== undefined){
let data61 = data58.env;
if(typeof data61 === "string"){
if(!pattern25.test(data61)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/env",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/3/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/env",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/3/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/3/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid3 = _errs163 === errors;
valid41 = valid41 || _valid3;
if(!valid41){
const _errs168 = errors;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key17 in data58){
if(!(key17 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}});
errors++;
}
}
if(data58.command !== undefined){
let data62 = data58.command;
if(Array.isArray(data62)){
if(data62.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/command",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len12 = data62.length;
for(let i12=0; i12<len12; i12++){
let data63 = data62[i12];
if(typeof data63 === "string"){
if(!pattern5.test(data63)){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/command/" + i12,schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/command/" + i12,schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password/command",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf/4/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid3 = _errs168 === errors;
valid41 = valid41 || _valid3;
}
}
}
}
if(!valid41){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/password",schemaPath:"#/properties/access/properties/users/items/properties/password/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs150;
if(vErrors !== null){
if(_errs150){
vErrors.length = _errs150;
}
else {
vErrors = null;
}
}
}
}
if(data53.wheel !== undefined){
if(typeof data53.wheel !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/wheel",schemaPath:"#/properties/access/properties/users/items/properties/wheel/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data53.doas !== undefined){
let data65 = data53.doas;
if(typeof data65 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/doas",schemaPath:"#/properties/access/properties/users/items/properties/doas/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((data65 === "no") || (data65 === "password")) || (data65 === "persist")) || (data65 === "nopass"))){
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10+"/doas",schemaPath:"#/properties/access/properties/users/items/properties/doas/enum",keyword:"enum",params:{allowedValues: schema11.properties.access.properties.users.items.properties.doas.enum}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/access/users/" + i10,schemaPath:"#/properties/access/properties/users/items/type",keyword:"type",params:{type: "object"}});
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
let data66 = data.firewall;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
for(const key18 in data66){
if(!(func2.call(schema11.properties.firewall.properties, key18))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall",schemaPath:"#/properties/firewall/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}});
errors++;
}
}
if(data66.skipTunnels !== undefined){
if(typeof data66.skipTunnels !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/skipTunnels",schemaPath:"#/properties/firewall/properties/skipTunnels/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data66.blockPolicy !== undefined){
let data68 = data66.blockPolicy;
if(typeof data68 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/blockPolicy",schemaPath:"#/properties/firewall/properties/blockPolicy/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data68 === "drop") || (data68 === "return"))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/blockPolicy",schemaPath:"#/properties/firewall/properties/blockPolicy/enum",keyword:"enum",params:{allowedValues: schema11.properties.firewall.properties.blockPolicy.enum}});
errors++;
}
}
if(data66.urpf !== undefined){
if(typeof data66.urpf !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/urpf",schemaPath:"#/properties/firewall/properties/urpf/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data66.peers !== undefined){
let data70 = data66.peers;
const _errs189 = errors;
let valid49 = false;
const _errs190 = errors;
if(typeof data70 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data70 === "any")){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.firewall.properties.peers.anyOf[0].enum}});
errors++;
}
var _valid4 = _errs190 === errors;
valid49 = valid49 || _valid4;
if(!valid49){
const _errs192 = errors;
if(Array.isArray(data70)){
const len13 = data70.length;
for(let i13=0; i13<len13; i13++){
let data71 = data70[i13];
if(typeof data71 === "string"){
if(!pattern35.test(data71)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers/" + i13,schemaPath:"#/properties/firewall/properties/peers/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers/" + i13,schemaPath:"#/properties/firewall/properties/peers/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid4 = _errs192 === errors;
valid49 = valid49 || _valid4;
}
if(!valid49){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs189;
if(vErrors !== null){
if(_errs189){
vErrors.length = _errs189;
}
else {
vErrors = null;
}
}
}
}
if(data66.tables !== undefined){
let data72 = data66.tables;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
for(const key19 in data72){
const _errs198 = errors;
if(typeof key19 === "string"){
if(!pattern36.test(key19)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables",schemaPath:"#/properties/firewall/properties/tables/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]{0,30}$"},propertyName:key19});
errors++;
}
}
var valid52 = _errs198 === errors;
if(!valid52){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables",schemaPath:"#/properties/firewall/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key19}});
errors++;
}
}
for(const key20 in data72){
let data73 = data72[key20];
if(Array.isArray(data73)){
const len14 = data73.length;
for(let i14=0; i14<len14; i14++){
let data74 = data73[i14];
if(typeof data74 === "string"){
if(!pattern35.test(data74)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i14,schemaPath:"#/properties/firewall/properties/tables/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i14,schemaPath:"#/properties/firewall/properties/tables/additionalProperties/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/firewall/properties/tables/additionalProperties/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/tables",schemaPath:"#/properties/firewall/properties/tables/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data66.allow !== undefined){
let data75 = data66.allow;
if(Array.isArray(data75)){
const len15 = data75.length;
for(let i15=0; i15<len15; i15++){
let data76 = data75[i15];
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
for(const key21 in data76){
if(!(func2.call(schema11.properties.firewall.properties.allow.items.properties, key21))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15,schemaPath:"#/properties/firewall/properties/allow/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}});
errors++;
}
}
if(data76.proto !== undefined){
let data77 = data76.proto;
const _errs210 = errors;
let valid59 = false;
const _errs211 = errors;
if(typeof data77 === "string"){
if(!pattern38.test(data77)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid5 = _errs211 === errors;
valid59 = valid59 || _valid5;
if(!valid59){
const _errs213 = errors;
if(Array.isArray(data77)){
const len16 = data77.length;
for(let i16=0; i16<len16; i16++){
let data78 = data77[i16];
if(typeof data78 === "string"){
if(!pattern38.test(data78)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/proto/" + i16,schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/proto/" + i16,schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid5 = _errs213 === errors;
valid59 = valid59 || _valid5;
}
if(!valid59){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs210;
if(vErrors !== null){
if(_errs210){
vErrors.length = _errs210;
}
else {
vErrors = null;
}
}
}
}
if(data76.port !== undefined){
let data79 = data76.port;
const _errs218 = errors;
let valid62 = false;
const _errs219 = errors;
if(!((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data79 == "number"){
if(data79 > 65535 || isNaN(data79)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data79 < 1 || isNaN(data79)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid6 = _errs219 === errors;
valid62 = valid62 || _valid6;
if(!valid62){
const _errs221 = errors;
if(typeof data79 === "string"){
if(!pattern40.test(data79)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid6 = _errs221 === errors;
valid62 = valid62 || _valid6;
if(!valid62){
const _errs223 = errors;
if(Array.isArray(data79)){
const len17 = data79.length;
for(let i17=0; i17<len17; i17++){
let data80 = data79[i17];
const _errs226 = errors;
let valid65 = false;
const _errs227 = errors;
if(!((typeof data80 == "number") && (!(data80 % 1) && !isNaN(data80)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port/" + i17,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data80 == "number"){
if(data80 > 65535 || isNaN(data80)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port/" + i17,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data80 < 1 || isNaN(data80)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port/" + i17,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid7 = _errs227 === errors;
valid65 = valid65 || _valid7;
if(!valid65){
const _errs229 = errors;
if(typeof data80 === "string"){
if(!pattern40.test(data80)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port/" + i17,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port/" + i17,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid7 = _errs229 === errors;
valid65 = valid65 || _valid7;
}
if(!valid65){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port/" + i17,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs226;
if(vErrors !== null){
if(_errs226){
vErrors.length = _errs226;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid6 = _errs223 === errors;
valid62 = valid62 || _valid6;
}
}
if(!valid62){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs218;
if(vErrors !== null){
if(_errs218){
vErrors.length = _errs218;
}
else {
vErrors = null;
}
}
}
}
if(data76.from !== undefined){
let data81 = data76.from;
const _errs232 = errors;
let valid66 = false;
const _errs233 = errors;
if(typeof data81 === "string"){
if(!pattern35.test(data81)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid8 = _errs233 === errors;
valid66 = valid66 || _valid8;
if(!valid66){
const _errs235 = errors;
if(Array.isArray(data81)){
const len18 = data81.length;
for(let i18=0; i18<len18; i18++){
let data82 = data81[i18];
if(typeof data82 === "string"){
if(!pattern35.test(data82)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/from/" + i18,schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/from/" + i18,schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid8 = _errs235 === errors;
valid66 = valid66 || _valid8;
}
if(!valid66){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs232;
if(vErrors !== null){
if(_errs232){
vErrors.length = _errs232;
}
else {
vErrors = null;
}
}
}
}
if(data76.to !== undefined){
let data83 = data76.to;
const _errs240 = errors;
let valid69 = false;
const _errs241 = errors;
if(typeof data83 === "string"){
if(!pattern35.test(data83)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid9 = _errs241 === errors;
valid69 = valid69 || _valid9;
if(!valid69){
const _errs243 = errors;
if(Array.isArray(data83)){
const len19 = data83.length;
for(let i19=0; i19<len19; i19++){
let data84 = data83[i19];
if(typeof data84 === "string"){
if(!pattern35.test(data84)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/to/" + i19,schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/to/" + i19,schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid9 = _errs243 === errors;
valid69 = valid69 || _valid9;
}
if(!valid69){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs240;
if(vErrors !== null){
if(_errs240){
vErrors.length = _errs240;
}
else {
vErrors = null;
}
}
}
}
if(data76.on !== undefined){
let data85 = data76.on;
if(typeof data85 === "string"){
if(!pattern46.test(data85)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/on",schemaPath:"#/properties/firewall/properties/allow/items/properties/on/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,14}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/on",schemaPath:"#/properties/firewall/properties/allow/items/properties/on/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data76.tunnel !== undefined){
let data86 = data76.tunnel;
if(typeof data86 === "string"){
if(!pattern47.test(data86)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/tunnel",schemaPath:"#/properties/firewall/properties/allow/items/properties/tunnel/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/tunnel",schemaPath:"#/properties/firewall/properties/allow/items/properties/tunnel/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data76.log !== undefined){
if(typeof data76.log !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/log",schemaPath:"#/properties/firewall/properties/allow/items/properties/log/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data76.tag !== undefined){
let data88 = data76.tag;
if(typeof data88 === "string"){
if(!pattern48.test(data88)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/tag",schemaPath:"#/properties/firewall/properties/allow/items/properties/tag/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/tag",schemaPath:"#/properties/firewall/properties/allow/items/properties/tag/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data76.tagged !== undefined){
let data89 = data76.tagged;
if(typeof data89 === "string"){
if(!pattern48.test(data89)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/tagged",schemaPath:"#/properties/firewall/properties/allow/items/properties/tagged/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/tagged",schemaPath:"#/properties/firewall/properties/allow/items/properties/tagged/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data76.maxConnections !== undefined){
let data90 = data76.maxConnections;
if(!((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/maxConnections",schemaPath:"#/properties/firewall/properties/allow/items/properties/maxConnections/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data90 == "number"){
if(data90 > 1000000 || isNaN(data90)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/maxConnections",schemaPath:"#/properties/firewall/properties/allow/items/properties/maxConnections/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}});
errors++;
}
if(data90 < 1 || isNaN(data90)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/maxConnections",schemaPath:"#/properties/firewall/properties/allow/items/properties/maxConnections/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data76.maxRate !== undefined){
let data91 = data76.maxRate;
if(typeof data91 === "string"){
if(!pattern50.test(data91)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/maxRate",schemaPath:"#/properties/firewall/properties/allow/items/properties/maxRate/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}/[1-9][0-9]{0,5}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/maxRate",schemaPath:"#/properties/firewall/properties/allow/items/properties/maxRate/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data76.overload !== undefined){
let data92 = data76.overload;
if(typeof data92 === "string"){
if(!pattern51.test(data92)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/overload",schemaPath:"#/properties/firewall/properties/allow/items/properties/overload/pattern",keyword:"pattern",params:{pattern: "^(<[A-Za-z][A-Za-z0-9_-]{0,30}>|[A-Za-z][A-Za-z0-9_-]{0,30})$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/overload",schemaPath:"#/properties/firewall/properties/allow/items/properties/overload/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data76.routeTo !== undefined){
let data93 = data76.routeTo;
if(typeof data93 === "string"){
if(!pattern19.test(data93)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/routeTo",schemaPath:"#/properties/firewall/properties/allow/items/properties/routeTo/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/routeTo",schemaPath:"#/properties/firewall/properties/allow/items/properties/routeTo/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data76.replyTo !== undefined){
let data94 = data76.replyTo;
if(typeof data94 === "string"){
if(!pattern19.test(data94)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/replyTo",schemaPath:"#/properties/firewall/properties/allow/items/properties/replyTo/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15+"/replyTo",schemaPath:"#/properties/firewall/properties/allow/items/properties/replyTo/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i15,schemaPath:"#/properties/firewall/properties/allow/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow",schemaPath:"#/properties/firewall/properties/allow/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data66.nat !== undefined){
let data95 = data66.nat;
if(Array.isArray(data95)){
const len20 = data95.length;
for(let i20=0; i20<len20; i20++){
let data96 = data95[i20];
if(data96 && typeof data96 == "object" && !Array.isArray(data96)){
if(data96.on === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20,schemaPath:"#/properties/firewall/properties/nat/items/required",keyword:"required",params:{missingProperty: "on"}});
errors++;
}
if(data96.from === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20,schemaPath:"#/properties/firewall/properties/nat/items/required",keyword:"required",params:{missingProperty: "from"}});
errors++;
}
for(const key22 in data96){
if(!(((((key22 === "on") || (key22 === "from")) || (key22 === "to")) || (key22 === "as")) || (key22 === "log"))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20,schemaPath:"#/properties/firewall/properties/nat/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}});
errors++;
}
}
if(data96.on !== undefined){
let data97 = data96.on;
if(typeof data97 === "string"){
if(!pattern46.test(data97)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/on",schemaPath:"#/properties/firewall/properties/nat/items/properties/on/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,14}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/on",schemaPath:"#/properties/firewall/properties/nat/items/properties/on/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data96.from !== undefined){
let data98 = data96.from;
const _errs275 = errors;
let valid75 = false;
const _errs276 = errors;
if(typeof data98 === "string"){
if(!pattern35.test(data98)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/from",schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/from",schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid10 = _errs276 === errors;
valid75 = valid75 || _valid10;
if(!valid75){
const _errs278 = errors;
if(Array.isArray(data98)){
const len21 = data98.length;
for(let i21=0; i21<len21; i21++){
let data99 = data98[i21];
if(typeof data99 === "string"){
if(!pattern35.test(data99)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/from/" + i21,schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/from/" + i21,schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/from",schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid10 = _errs278 === errors;
valid75 = valid75 || _valid10;
}
if(!valid75){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/from",schemaPath:"#/properties/firewall/properties/nat/items/properties/from/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs275;
if(vErrors !== null){
if(_errs275){
vErrors.length = _errs275;
}
else {
vErrors = null;
}
}
}
}
if(data96.to !== undefined){
let data100 = data96.to;
const _errs283 = errors;
let valid78 = false;
const _errs284 = errors;
if(typeof data100 === "string"){
if(!pattern35.test(data100)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/to",schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/to",schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid11 = _errs284 === errors;
valid78 = valid78 || _valid11;
if(!valid78){
const _errs286 = errors;
if(Array.isArray(data100)){
const len22 = data100.length;
for(let i22=0; i22<len22; i22++){
let data101 = data100[i22];
if(typeof data101 === "string"){
if(!pattern35.test(data101)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/to/" + i22,schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/to/" + i22,schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/to",schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid11 = _errs286 === errors;
valid78 = valid78 || _valid11;
}
if(!valid78){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/to",schemaPath:"#/properties/firewall/properties/nat/items/properties/to/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs283;
if(vErrors !== null){
if(_errs283){
vErrors.length = _errs283;
}
else {
vErrors = null;
}
}
}
}
if(data96.as !== undefined){
let data102 = data96.as;
const _errs291 = errors;
let valid81 = false;
const _errs292 = errors;
if(typeof data102 === "string"){
if(!pattern35.test(data102)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/as",schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/as",schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid12 = _errs292 === errors;
valid81 = valid81 || _valid12;
if(!valid81){
const _errs294 = errors;
if(Array.isArray(data102)){
const len23 = data102.length;
for(let i23=0; i23<len23; i23++){
let data103 = data102[i23];
if(typeof data103 === "string"){
if(!pattern35.test(data103)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/as/" + i23,schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/as/" + i23,schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/as",schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid12 = _errs294 === errors;
valid81 = valid81 || _valid12;
}
if(!valid81){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/as",schemaPath:"#/properties/firewall/properties/nat/items/properties/as/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs291;
if(vErrors !== null){
if(_errs291){
vErrors.length = _errs291;
}
else {
vErrors = null;
}
}
}
}
if(data96.log !== undefined){
if(typeof data96.log !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20+"/log",schemaPath:"#/properties/firewall/properties/nat/items/properties/log/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat/" + i20,schemaPath:"#/properties/firewall/properties/nat/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/nat",schemaPath:"#/properties/firewall/properties/nat/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data66.redirect !== undefined){
let data105 = data66.redirect;
if(Array.isArray(data105)){
const len24 = data105.length;
for(let i24=0; i24<len24; i24++){
let data106 = data105[i24];
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.on === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24,schemaPath:"#/properties/firewall/properties/redirect/items/required",keyword:"required",params:{missingProperty: "on"}});
errors++;
}
if(data106.proto === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24,schemaPath:"#/properties/firewall/properties/redirect/items/required",keyword:"required",params:{missingProperty: "proto"}});
errors++;
}
if(data106.port === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24,schemaPath:"#/properties/firewall/properties/redirect/items/required",keyword:"required",params:{missingProperty: "port"}});
errors++;
}
if(data106.to === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24,schemaPath:"#/properties/firewall/properties/redirect/items/required",keyword:"required",params:{missingProperty: "to"}});
errors++;
}
for(const key23 in data106){
if(!((((((((key23 === "on") || (key23 === "proto")) || (key23 === "port")) || (key23 === "from")) || (key23 === "address")) || (key23 === "to")) || (key23 === "toPort")) || (key23 === "log"))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24,schemaPath:"#/properties/firewall/properties/redirect/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}});
errors++;
}
}
if(data106.on !== undefined){
let data107 = data106.on;
if(typeof data107 === "string"){
if(!pattern46.test(data107)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/on",schemaPath:"#/properties/firewall/properties/redirect/items/properties/on/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,14}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/on",schemaPath:"#/properties/firewall/properties/redirect/items/properties/on/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data106.proto !== undefined){
let data108 = data106.proto;
const _errs308 = errors;
let valid87 = false;
const _errs309 = errors;
if(typeof data108 === "string"){
if(!pattern38.test(data108)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/proto",schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/proto",schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid13 = _errs309 === errors;
valid87 = valid87 || _valid13;
if(!valid87){
const _errs311 = errors;
if(Array.isArray(data108)){
const len25 = data108.length;
for(let i25=0; i25<len25; i25++){
let data109 = data108[i25];
if(typeof data109 === "string"){
if(!pattern38.test(data109)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/proto/" + i25,schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/proto/" + i25,schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/proto",schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid13 = _errs311 === errors;
valid87 = valid87 || _valid13;
}
if(!valid87){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/proto",schemaPath:"#/properties/firewall/properties/redirect/items/properties/proto/anyOf",keyword:"anyOf",params:{}});
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
if(data106.port !== undefined){
let data110 = data106.port;
const _errs316 = errors;
let valid90 = false;
const _errs317 = errors;
if(!((typeof data110 == "number") && (!(data110 % 1) && !isNaN(data110)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data110 == "number"){
if(data110 > 65535 || isNaN(data110)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data110 < 1 || isNaN(data110)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid14 = _errs317 === errors;
valid90 = valid90 || _valid14;
if(!valid90){
const _errs319 = errors;
if(typeof data110 === "string"){
if(!pattern40.test(data110)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid14 = _errs319 === errors;
valid90 = valid90 || _valid14;
if(!valid90){
const _errs321 = errors;
if(Array.isArray(data110)){
const len26 = data110.length;
for(let i26=0; i26<len26; i26++){
let data111 = data110[i26];
const _errs324 = errors;
let valid93 = false;
const _errs325 = errors;
if(!((typeof data111 == "number") && (!(data111 % 1) && !isNaN(data111)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port/" + i26,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data111 == "number"){
if(data111 > 65535 || isNaN(data111)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port/" + i26,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data111 < 1 || isNaN(data111)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port/" + i26,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid15 = _errs325 === errors;
valid93 = valid93 || _valid15;
if(!valid93){
const _errs327 = errors;
if(typeof data111 === "string"){
if(!pattern40.test(data111)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port/" + i26,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port/" + i26,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid15 = _errs327 === errors;
valid93 = valid93 || _valid15;
}
if(!valid93){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port/" + i26,schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/items/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs324;
if(vErrors !== null){
if(_errs324){
vErrors.length = _errs324;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf/2/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid14 = _errs321 === errors;
valid90 = valid90 || _valid14;
}
}
if(!valid90){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/port",schemaPath:"#/properties/firewall/properties/redirect/items/properties/port/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs316;
if(vErrors !== null){
if(_errs316){
vErrors.length = _errs316;
}
else {
vErrors = null;
}
}
}
}
if(data106.from !== undefined){
let data112 = data106.from;
const _errs330 = errors;
let valid94 = false;
const _errs331 = errors;
if(typeof data112 === "string"){
if(!pattern35.test(data112)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/from",schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/from",schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid16 = _errs331 === errors;
valid94 = valid94 || _valid16;
if(!valid94){
const _errs333 = errors;
if(Array.isArray(data112)){
const len27 = data112.length;
for(let i27=0; i27<len27; i27++){
let data113 = data112[i27];
if(typeof data113 === "string"){
if(!pattern35.test(data113)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/from/" + i27,schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/from/" + i27,schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/from",schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid16 = _errs333 === errors;
valid94 = valid94 || _valid16;
}
if(!valid94){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/from",schemaPath:"#/properties/firewall/properties/redirect/items/properties/from/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs330;
if(vErrors !== null){
if(_errs330){
vErrors.length = _errs330;
}
else {
vErrors = null;
}
}
}
}
if(data106.address !== undefined){
let data114 = data106.address;
const _errs338 = errors;
let valid97 = false;
const _errs339 = errors;
if(typeof data114 === "string"){
if(!pattern35.test(data114)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/address",schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/address",schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid17 = _errs339 === errors;
valid97 = valid97 || _valid17;
if(!valid97){
const _errs341 = errors;
if(Array.isArray(data114)){
const len28 = data114.length;
for(let i28=0; i28<len28; i28++){
let data115 = data114[i28];
if(typeof data115 === "string"){
if(!pattern35.test(data115)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/address/" + i28,schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|(! ?)?([0-9A-Fa-f:.]+(/[0-9]{1,3})?|<[A-Za-z][A-Za-z0-9_-]{0,30}>|\\([a-z][a-z0-9_]{0,14}(:(network|broadcast|peer|0))*\\)))$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/address/" + i28,schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/address",schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid17 = _errs341 === errors;
valid97 = valid97 || _valid17;
}
if(!valid97){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/address",schemaPath:"#/properties/firewall/properties/redirect/items/properties/address/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs338;
if(vErrors !== null){
if(_errs338){
vErrors.length = _errs338;
}
else {
vErrors = null;
}
}
}
}
if(data106.to !== undefined){
let data116 = data106.to;
const _errs346 = errors;
let valid100 = false;
const _errs347 = errors;
if(typeof data116 === "string"){
if(!pattern19.test(data116)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/to",schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/to",schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid18 = _errs347 === errors;
valid100 = valid100 || _valid18;
if(!valid100){
const _errs349 = errors;
if(Array.isArray(data116)){
const len29 = data116.length;
for(let i29=0; i29<len29; i29++){
let data117 = data116[i29];
if(typeof data117 === "string"){
if(!pattern19.test(data117)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/to/" + i29,schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/to/" + i29,schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/to",schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid18 = _errs349 === errors;
valid100 = valid100 || _valid18;
}
if(!valid100){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/to",schemaPath:"#/properties/firewall/properties/redirect/items/properties/to/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs346;
if(vErrors !== null){
if(_errs346){
vErrors.length = _errs346;
}
else {
vErrors = null;
}
}
}
}
if(data106.toPort !== undefined){
let data118 = data106.toPort;
const _errs354 = errors;
let valid103 = false;
const _errs355 = errors;
if(!((typeof data118 == "number") && (!(data118 % 1) && !isNaN(data118)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data118 == "number"){
if(data118 > 65535 || isNaN(data118)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data118 < 1 || isNaN(data118)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid19 = _errs355 === errors;
valid103 = valid103 || _valid19;
if(!valid103){
const _errs357 = errors;
if(typeof data118 === "string"){
if(!pattern40.test(data118)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid19 = _errs357 === errors;
valid103 = valid103 || _valid19;
}
if(!valid103){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/toPort",schemaPath:"#/properties/firewall/properties/redirect/items/properties/toPort/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs354;
if(vErrors !== null){
if(_errs354){
vErrors.length = _errs354;
}
else {
vErrors = null;
}
}
}
}
if(data106.log !== undefined){
if(typeof data106.log !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24+"/log",schemaPath:"#/properties/firewall/properties/redirect/items/properties/log/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect/" + i24,schemaPath:"#/properties/firewall/properties/redirect/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/redirect",schemaPath:"#/properties/firewall/properties/redirect/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data66.maxMss !== undefined){
let data120 = data66.maxMss;
if(!((typeof data120 == "number") && (!(data120 % 1) && !isNaN(data120)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/maxMss",schemaPath:"#/properties/firewall/properties/maxMss/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data120 == "number"){
if(data120 > 65495 || isNaN(data120)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/maxMss",schemaPath:"#/properties/firewall/properties/maxMss/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65495}});
errors++;
}
if(data120 < 536 || isNaN(data120)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/maxMss",schemaPath:"#/properties/firewall/properties/maxMss/minimum",keyword:"minimum",params:{comparison: ">=", limit: 536}});
errors++;
}
}
}
if(data66.rules !== undefined){
let data121 = data66.rules;
if(Array.isArray(data121)){
const len30 = data121.length;
for(let i30=0; i30<len30; i30++){
let data122 = data121[i30];
if(typeof data122 === "string"){
if(!pattern16.test(data122)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/rules/" + i30,schemaPath:"#/properties/firewall/properties/rules/items/pattern",keyword:"pattern",params:{pattern: "^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/rules/" + i30,schemaPath:"#/properties/firewall/properties/rules/items/type",keyword:"type",params:{type: "string"}});
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
let data123 = data.forwarding;
if(typeof data123 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/forwarding",schemaPath:"#/properties/forwarding/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data123 === "ipsec") || (data123 === "all")) || (data123 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/forwarding",schemaPath:"#/properties/forwarding/enum",keyword:"enum",params:{allowedValues: schema11.properties.forwarding.enum}});
errors++;
}
}
if(data.tunnels !== undefined){
let data124 = data.tunnels;
if(Array.isArray(data124)){
const len31 = data124.length;
for(let i31=0; i31<len31; i31++){
let data125 = data124[i31];
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
if(data125.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31,schemaPath:"#/properties/tunnels/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data125.peer === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31,schemaPath:"#/properties/tunnels/items/required",keyword:"required",params:{missingProperty: "peer"}});
errors++;
}
for(const key24 in data125){
if(!(func2.call(schema11.properties.tunnels.items.properties, key24))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31,schemaPath:"#/properties/tunnels/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}});
errors++;
}
}
if(data125.name !== undefined){
let data126 = data125.name;
if(typeof data126 === "string"){
if(!pattern0.test(data126)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/name",schemaPath:"#/properties/tunnels/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/name",schemaPath:"#/properties/tunnels/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data125.ike !== undefined){
let data127 = data125.ike;
if(!((data127 === 1) || (data127 === 2))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/ike",schemaPath:"#/properties/tunnels/items/properties/ike/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.ike.enum}});
errors++;
}
}
if(data125.peer !== undefined){
let data128 = data125.peer;
if(typeof data128 === "string"){
if(!pattern75.test(data128)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peer",schemaPath:"#/properties/tunnels/items/properties/peer/pattern",keyword:"pattern",params:{pattern: "^(any|[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}(/[0-9]{1,3})?)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peer",schemaPath:"#/properties/tunnels/items/properties/peer/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data125.local !== undefined){
let data129 = data125.local;
const _errs380 = errors;
let valid109 = false;
const _errs381 = errors;
if(typeof data129 === "string"){
if(!pattern76.test(data129)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid20 = _errs381 === errors;
valid109 = valid109 || _valid20;
if(!valid109){
const _errs383 = errors;
if(Array.isArray(data129)){
const len32 = data129.length;
for(let i32=0; i32<len32; i32++){
let data130 = data129[i32];
if(typeof data130 === "string"){
if(!pattern76.test(data130)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/local/" + i32,schemaPath:"#/properties/tunnels/items/properties/local/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/local/" + i32,schemaPath:"#/properties/tunnels/items/properties/local/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid20 = _errs383 === errors;
valid109 = valid109 || _valid20;
}
if(!valid109){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs380;
if(vErrors !== null){
if(_errs380){
vErrors.length = _errs380;
}
else {
vErrors = null;
}
}
}
}
if(data125.remote !== undefined){
let data131 = data125.remote;
const _errs388 = errors;
let valid112 = false;
const _errs389 = errors;
if(typeof data131 === "string"){
if(!pattern76.test(data131)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid21 = _errs389 === errors;
valid112 = valid112 || _valid21;
if(!valid112){
const _errs391 = errors;
if(Array.isArray(data131)){
const len33 = data131.length;
for(let i33=0; i33<len33; i33++){
let data132 = data131[i33];
if(typeof data132 === "string"){
if(!pattern76.test(data132)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remote/" + i33,schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remote/" + i33,schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid21 = _errs391 === errors;
valid112 = valid112 || _valid21;
}
if(!valid112){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs388;
if(vErrors !== null){
if(_errs388){
vErrors.length = _errs388;
}
else {
vErrors = null;
}
}
}
}
if(data125.selectors !== undefined){
let data133 = data125.selectors;
if(Array.isArray(data133)){
if(data133.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/selectors",schemaPath:"#/properties/tunnels/items/properties/selectors/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len34 = data133.length;
for(let i34=0; i34<len34; i34++){
let data134 = data133[i34];
if(data134 && typeof data134 == "object" && !Array.isArray(data134)){
if(data134.local === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/selectors/" + i34,schemaPath:"#/properties/tunnels/items/properties/selectors/items/required",keyword:"required",params:{missingProperty: "local"}});
errors++;
}
if(data134.remote === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/selectors/" + i34,schemaPath:"#/properties/tunnels/items/properties/selectors/items/required",keyword:"required",params:{missingProperty: "remote"}});
errors++;
}
for(const key25 in data134){
if(!((key25 === "local") || (key25 === "remote"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/selectors/" + i34,schemaPath:"#/properties/tunnels/items/properties/selectors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25}});
errors++;
}
}
if(data134.local !== undefined){
let data135 = data134.local;
if(typeof data135 === "string"){
if(!pattern76.test(data135)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/selectors/" + i34+"/local",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/local/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/selectors/" + i34+"/local",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/local/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data134.remote !== undefined){
let data136 = data134.remote;
if(typeof data136 === "string"){
if(!pattern76.test(data136)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/selectors/" + i34+"/remote",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/remote/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/selectors/" + i34+"/remote",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/remote/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/selectors/" + i34,schemaPath:"#/properties/tunnels/items/properties/selectors/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/selectors",schemaPath:"#/properties/tunnels/items/properties/selectors/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data125.proto !== undefined){
let data137 = data125.proto;
const _errs405 = errors;
let valid118 = false;
const _errs406 = errors;
if(typeof data137 === "string"){
if(!pattern82.test(data137)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid22 = _errs406 === errors;
valid118 = valid118 || _valid22;
if(!valid118){
const _errs408 = errors;
if(!((typeof data137 == "number") && (!(data137 % 1) && !isNaN(data137)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data137 == "number"){
if(data137 > 255 || isNaN(data137)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data137 < 1 || isNaN(data137)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid22 = _errs408 === errors;
valid118 = valid118 || _valid22;
}
if(!valid118){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs405;
if(vErrors !== null){
if(_errs405){
vErrors.length = _errs405;
}
else {
vErrors = null;
}
}
}
}
if(data125.localPort !== undefined){
let data138 = data125.localPort;
const _errs411 = errors;
let valid119 = false;
const _errs412 = errors;
if(typeof data138 === "string"){
if(!pattern82.test(data138)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid23 = _errs412 === errors;
valid119 = valid119 || _valid23;
if(!valid119){
const _errs414 = errors;
if(!((typeof data138 == "number") && (!(data138 % 1) && !isNaN(data138)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data138 == "number"){
if(data138 > 65535 || isNaN(data138)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data138 < 1 || isNaN(data138)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid23 = _errs414 === errors;
valid119 = valid119 || _valid23;
}
if(!valid119){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs411;
if(vErrors !== null){
if(_errs411){
vErrors.length = _errs411;
}
else {
vErrors = null;
}
}
}
}
if(data125.remotePort !== undefined){
let data139 = data125.remotePort;
const _errs417 = errors;
let valid120 = false;
const _errs418 = errors;
if(typeof data139 === "string"){
if(!pattern82.test(data139)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid24 = _errs418 === errors;
valid120 = valid120 || _valid24;
if(!valid120){
const _errs420 = errors;
if(!((typeof data139 == "number") && (!(data139 % 1) && !isNaN(data139)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data139 == "number"){
if(data139 > 65535 || isNaN(data139)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data139 < 1 || isNaN(data139)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid24 = _errs420 === errors;
valid120 = valid120 || _valid24;
}
if(!valid120){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs417;
if(vErrors !== null){
if(_errs417){
vErrors.length = _errs417;
}
else {
vErrors = null;
}
}
}
}
if(data125.iface !== undefined){
let data140 = data125.iface;
if(typeof data140 === "string"){
if(!pattern85.test(data140)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/iface",schemaPath:"#/properties/tunnels/items/properties/iface/pattern",keyword:"pattern",params:{pattern: "^sec[0-9]{1,9}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/iface",schemaPath:"#/properties/tunnels/items/properties/iface/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data125.localAddress !== undefined){
let data141 = data125.localAddress;
if(typeof data141 === "string"){
if(func3(data141) > 45){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/localAddress",schemaPath:"#/properties/tunnels/items/properties/localAddress/maxLength",keyword:"maxLength",params:{limit: 45}});
errors++;
}
if(!pattern86.test(data141)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/localAddress",schemaPath:"#/properties/tunnels/items/properties/localAddress/pattern",keyword:"pattern",params:{pattern: "^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/localAddress",schemaPath:"#/properties/tunnels/items/properties/localAddress/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data125.mode !== undefined){
let data142 = data125.mode;
if(typeof data142 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/mode",schemaPath:"#/properties/tunnels/items/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data142 === "active") || (data142 === "passive")) || (data142 === "dynamic"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/mode",schemaPath:"#/properties/tunnels/items/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.mode.enum}});
errors++;
}
}
if(data125.exchange !== undefined){
let data143 = data125.exchange;
if(typeof data143 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/exchange",schemaPath:"#/properties/tunnels/items/properties/exchange/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data143 === "main") || (data143 === "aggressive"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/exchange",schemaPath:"#/properties/tunnels/items/properties/exchange/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.exchange.enum}});
errors++;
}
}
if(data125.protocol !== undefined){
let data144 = data125.protocol;
if(typeof data144 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/protocol",schemaPath:"#/properties/tunnels/items/properties/protocol/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data144 === "esp") || (data144 === "ah"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/protocol",schemaPath:"#/properties/tunnels/items/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.protocol.enum}});
errors++;
}
}
if(data125.encapsulation !== undefined){
let data145 = data125.encapsulation;
if(typeof data145 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/encapsulation",schemaPath:"#/properties/tunnels/items/properties/encapsulation/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data145 === "tunnel") || (data145 === "transport"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/encapsulation",schemaPath:"#/properties/tunnels/items/properties/encapsulation/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.encapsulation.enum}});
errors++;
}
}
if(data125.phase1 !== undefined){
let data146 = data125.phase1;
const _errs435 = errors;
let valid121 = false;
const _errs436 = errors;
if(data146 && typeof data146 == "object" && !Array.isArray(data146)){
for(const key26 in data146){
if(!((((((key26 === "auth") || (key26 === "enc")) || (key26 === "prf")) || (key26 === "group")) || (key26 === "lifetime")) || (key26 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26}});
errors++;
}
}
if(data146.auth !== undefined){
let data147 = data146.auth;
if(typeof data147 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data147 === "hmac-md5") || (data147 === "hmac-sha1")) || (data147 === "hmac-sha2-256")) || (data147 === "hmac-sha2-384")) || (data147 === "hmac-sha2-512")) || (data147 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.auth.enum}});
errors++;
}
}
if(data146.enc !== undefined){
let data148 = data146.enc;
if(typeof data148 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data148 === "aes") || (data148 === "aes-128")) || (data148 === "aes-192")) || (data148 === "aes-256")) || (data148 === "3des")) || (data148 === "blowfish")) || (data148 === "cast128")) || (data148 === "aes-128-ctr")) || (data148 === "aes-192-ctr")) || (data148 === "aes-256-ctr")) || (data148 === "aes-128-gcm")) || (data148 === "aes-192-gcm")) || (data148 === "aes-256-gcm")) || (data148 === "aes-128-gcm-12")) || (data148 === "aes-256-gcm-12")) || (data148 === "chacha20-poly1305")) || (data148 === "aes-128-gmac")) || (data148 === "aes-192-gmac")) || (data148 === "aes-256-gmac")) || (data148 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.enc.enum}});
errors++;
}
}
if(data146.prf !== undefined){
let data149 = data146.prf;
if(typeof data149 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data149 === "hmac-md5") || (data149 === "hmac-sha1")) || (data149 === "hmac-sha2-256")) || (data149 === "hmac-sha2-384")) || (data149 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.prf.enum}});
errors++;
}
}
if(data146.group !== undefined){
let data150 = data146.group;
if(typeof data150 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data150 === "modp768") || (data150 === "modp1024")) || (data150 === "modp1536")) || (data150 === "modp2048")) || (data150 === "modp3072")) || (data150 === "modp4096")) || (data150 === "modp6144")) || (data150 === "modp8192")) || (data150 === "ecp256")) || (data150 === "ecp384")) || (data150 === "ecp521")) || (data150 === "ecp192")) || (data150 === "ecp224")) || (data150 === "brainpool224")) || (data150 === "brainpool256")) || (data150 === "brainpool384")) || (data150 === "brainpool512")) || (data150 === "curve25519")) || (data150 === "sntrup761x25519")) || (data150 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.group.enum}});
errors++;
}
}
if(data146.lifetime !== undefined){
let data151 = data146.lifetime;
const _errs448 = errors;
let valid123 = false;
const _errs449 = errors;
if(typeof data151 === "string"){
if(!pattern87.test(data151)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid26 = _errs449 === errors;
valid123 = valid123 || _valid26;
if(!valid123){
const _errs451 = errors;
if(!((typeof data151 == "number") && (!(data151 % 1) && !isNaN(data151)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data151 == "number"){
if(data151 > 31536000 || isNaN(data151)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data151 < 60 || isNaN(data151)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid26 = _errs451 === errors;
valid123 = valid123 || _valid26;
}
if(!valid123){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs448;
if(vErrors !== null){
if(_errs448){
vErrors.length = _errs448;
}
else {
vErrors = null;
}
}
}
}
if(data146.lifetimeBytes !== undefined){
let data152 = data146.lifetimeBytes;
const _errs454 = errors;
let valid124 = false;
const _errs455 = errors;
if(typeof data152 === "string"){
if(!pattern88.test(data152)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid27 = _errs455 === errors;
valid124 = valid124 || _valid27;
if(!valid124){
const _errs457 = errors;
if(!((typeof data152 == "number") && (!(data152 % 1) && !isNaN(data152)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data152 == "number"){
if(data152 < 1 || isNaN(data152)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid27 = _errs457 === errors;
valid124 = valid124 || _valid27;
}
if(!valid124){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs454;
if(vErrors !== null){
if(_errs454){
vErrors.length = _errs454;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid25 = _errs436 === errors;
valid121 = valid121 || _valid25;
if(!valid121){
const _errs459 = errors;
if(Array.isArray(data146)){
if(data146.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len35 = data146.length;
for(let i35=0; i35<len35; i35++){
let data153 = data146[i35];
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
for(const key27 in data153){
if(!((((((key27 === "auth") || (key27 === "enc")) || (key27 === "prf")) || (key27 === "group")) || (key27 === "lifetime")) || (key27 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35,schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27}});
errors++;
}
}
if(data153.auth !== undefined){
let data154 = data153.auth;
if(typeof data154 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data154 === "hmac-md5") || (data154 === "hmac-sha1")) || (data154 === "hmac-sha2-256")) || (data154 === "hmac-sha2-384")) || (data154 === "hmac-sha2-512")) || (data154 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.auth.enum}});
errors++;
}
}
if(data153.enc !== undefined){
let data155 = data153.enc;
if(typeof data155 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data155 === "aes") || (data155 === "aes-128")) || (data155 === "aes-192")) || (data155 === "aes-256")) || (data155 === "3des")) || (data155 === "blowfish")) || (data155 === "cast128")) || (data155 === "aes-128-ctr")) || (data155 === "aes-192-ctr")) || (data155 === "aes-256-ctr")) || (data155 === "aes-128-gcm")) || (data155 === "aes-192-gcm")) || (data155 === "aes-256-gcm")) || (data155 === "aes-128-gcm-12")) || (data155 === "aes-256-gcm-12")) || (data155 === "chacha20-poly1305")) || (data155 === "aes-128-gmac")) || (data155 === "aes-192-gmac")) || (data155 === "aes-256-gmac")) || (data155 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.enc.enum}});
errors++;
}
}
if(data153.prf !== undefined){
let data156 = data153.prf;
if(typeof data156 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data156 === "hmac-md5") || (data156 === "hmac-sha1")) || (data156 === "hmac-sha2-256")) || (data156 === "hmac-sha2-384")) || (data156 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.prf.enum}});
errors++;
}
}
if(data153.group !== undefined){
let data157 = data153.group;
if(typeof data157 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data157 === "modp768") || (data157 === "modp1024")) || (data157 === "modp1536")) || (data157 === "modp2048")) || (data157 === "modp3072")) || (data157 === "modp4096")) || (data157 === "modp6144")) || (data157 === "modp8192")) || (data157 === "ecp256")) || (data157 === "ecp384")) || (data157 === "ecp521")) || (data157 === "ecp192")) || (data157 === "ecp224")) || (data157 === "brainpool224")) || (data157 === "brainpool256")) || (data157 === "brainpool384")) || (data157 === "brainpool512")) || (data157 === "curve25519")) || (data157 === "sntrup761x25519")) || (data157 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.group.enum}});
errors++;
}
}
if(data153.lifetime !== undefined){
let data158 = data153.lifetime;
const _errs473 = errors;
let valid128 = false;
const _errs474 = errors;
if(typeof data158 === "string"){
if(!pattern87.test(data158)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid28 = _errs474 === errors;
valid128 = valid128 || _valid28;
if(!valid128){
const _errs476 = errors;
if(!((typeof data158 == "number") && (!(data158 % 1) && !isNaN(data158)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data158 == "number"){
if(data158 > 31536000 || isNaN(data158)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data158 < 60 || isNaN(data158)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid28 = _errs476 === errors;
valid128 = valid128 || _valid28;
}
if(!valid128){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs473;
if(vErrors !== null){
if(_errs473){
vErrors.length = _errs473;
}
else {
vErrors = null;
}
}
}
}
if(data153.lifetimeBytes !== undefined){
let data159 = data153.lifetimeBytes;
const _errs479 = errors;
let valid129 = false;
const _errs480 = errors;
if(typeof data159 === "string"){
if(!pattern88.test(data159)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid29 = _errs480 === errors;
valid129 = valid129 || _valid29;
if(!valid129){
const _errs482 = errors;
if(!((typeof data159 == "number") && (!(data159 % 1) && !isNaN(data159)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data159 == "number"){
if(data159 < 1 || isNaN(data159)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid29 = _errs482 === errors;
valid129 = valid129 || _valid29;
}
if(!valid129){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs479;
if(vErrors !== null){
if(_errs479){
vErrors.length = _errs479;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1/" + i35,schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid25 = _errs459 === errors;
valid121 = valid121 || _valid25;
if(!valid121){
const _errs484 = errors;
if(typeof data146 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/2/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data146 === "default")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/2/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[2].enum}});
errors++;
}
var _valid25 = _errs484 === errors;
valid121 = valid121 || _valid25;
}
}
if(!valid121){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf",keyword:"anyOf",params:{}});
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
if(data125.phase2 !== undefined){
let data160 = data125.phase2;
const _errs487 = errors;
let valid130 = false;
const _errs488 = errors;
if(data160 && typeof data160 == "object" && !Array.isArray(data160)){
for(const key28 in data160){
if(!((((((key28 === "auth") || (key28 === "enc")) || (key28 === "prf")) || (key28 === "group")) || (key28 === "lifetime")) || (key28 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28}});
errors++;
}
}
if(data160.auth !== undefined){
let data161 = data160.auth;
if(typeof data161 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data161 === "hmac-md5") || (data161 === "hmac-sha1")) || (data161 === "hmac-sha2-256")) || (data161 === "hmac-sha2-384")) || (data161 === "hmac-sha2-512")) || (data161 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.auth.enum}});
errors++;
}
}
if(data160.enc !== undefined){
let data162 = data160.enc;
if(typeof data162 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data162 === "aes") || (data162 === "aes-128")) || (data162 === "aes-192")) || (data162 === "aes-256")) || (data162 === "3des")) || (data162 === "blowfish")) || (data162 === "cast128")) || (data162 === "aes-128-ctr")) || (data162 === "aes-192-ctr")) || (data162 === "aes-256-ctr")) || (data162 === "aes-128-gcm")) || (data162 === "aes-192-gcm")) || (data162 === "aes-256-gcm")) || (data162 === "aes-128-gcm-12")) || (data162 === "aes-256-gcm-12")) || (data162 === "chacha20-poly1305")) || (data162 === "aes-128-gmac")) || (data162 === "aes-192-gmac")) || (data162 === "aes-256-gmac")) || (data162 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.enc.enum}});
errors++;
}
}
if(data160.prf !== undefined){
let data163 = data160.prf;
if(typeof data163 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data163 === "hmac-md5") || (data163 === "hmac-sha1")) || (data163 === "hmac-sha2-256")) || (data163 === "hmac-sha2-384")) || (data163 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.prf.enum}});
errors++;
}
}
if(data160.group !== undefined){
let data164 = data160.group;
if(typeof data164 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data164 === "modp768") || (data164 === "modp1024")) || (data164 === "modp1536")) || (data164 === "modp2048")) || (data164 === "modp3072")) || (data164 === "modp4096")) || (data164 === "modp6144")) || (data164 === "modp8192")) || (data164 === "ecp256")) || (data164 === "ecp384")) || (data164 === "ecp521")) || (data164 === "ecp192")) || (data164 === "ecp224")) || (data164 === "brainpool224")) || (data164 === "brainpool256")) || (data164 === "brainpool384")) || (data164 === "brainpool512")) || (data164 === "curve25519")) || (data164 === "sntrup761x25519")) || (data164 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.group.enum}});
errors++;
}
}
if(data160.lifetime !== undefined){
let data165 = data160.lifetime;
const _errs500 = errors;
let valid132 = false;
const _errs501 = errors;
if(typeof data165 === "string"){
if(!pattern87.test(data165)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid31 = _errs501 === errors;
valid132 = valid132 || _valid31;
if(!valid132){
const _errs503 = errors;
if(!((typeof data165 == "number") && (!(data165 % 1) && !isNaN(data165)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data165 == "number"){
if(data165 > 31536000 || isNaN(data165)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data165 < 60 || isNaN(data165)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid31 = _errs503 === errors;
valid132 = valid132 || _valid31;
}
if(!valid132){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs500;
if(vErrors !== null){
if(_errs500){
vErrors.length = _errs500;
}
else {
vErrors = null;
}
}
}
}
if(data160.lifetimeBytes !== undefined){
let data166 = data160.lifetimeBytes;
const _errs506 = errors;
let valid133 = false;
const _errs507 = errors;
if(typeof data166 === "string"){
if(!pattern88.test(data166)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid32 = _errs507 === errors;
valid133 = valid133 || _valid32;
if(!valid133){
const _errs509 = errors;
if(!((typeof data166 == "number") && (!(data166 % 1) && !isNaN(data166)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data166 == "number"){
if(data166 < 1 || isNaN(data166)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid32 = _errs509 === errors;
valid133 = valid133 || _valid32;
}
if(!valid133){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs506;
if(vErrors !== null){
if(_errs506){
vErrors.length = _errs506;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid30 = _errs488 === errors;
valid130 = valid130 || _valid30;
if(!valid130){
const _errs511 = errors;
if(Array.isArray(data160)){
if(data160.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len36 = data160.length;
for(let i36=0; i36<len36; i36++){
let data167 = data160[i36];
if(data167 && typeof data167 == "object" && !Array.isArray(data167)){
for(const key29 in data167){
if(!((((((key29 === "auth") || (key29 === "enc")) || (key29 === "prf")) || (key29 === "group")) || (key29 === "lifetime")) || (key29 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36,schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29}});
errors++;
}
}
if(data167.auth !== undefined){
let data168 = data167.auth;
if(typeof data168 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data168 === "hmac-md5") || (data168 === "hmac-sha1")) || (data168 === "hmac-sha2-256")) || (data168 === "hmac-sha2-384")) || (data168 === "hmac-sha2-512")) || (data168 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.auth.enum}});
errors++;
}
}
if(data167.enc !== undefined){
let data169 = data167.enc;
if(typeof data169 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data169 === "aes") || (data169 === "aes-128")) || (data169 === "aes-192")) || (data169 === "aes-256")) || (data169 === "3des")) || (data169 === "blowfish")) || (data169 === "cast128")) || (data169 === "aes-128-ctr")) || (data169 === "aes-192-ctr")) || (data169 === "aes-256-ctr")) || (data169 === "aes-128-gcm")) || (data169 === "aes-192-gcm")) || (data169 === "aes-256-gcm")) || (data169 === "aes-128-gcm-12")) || (data169 === "aes-256-gcm-12")) || (data169 === "chacha20-poly1305")) || (data169 === "aes-128-gmac")) || (data169 === "aes-192-gmac")) || (data169 === "aes-256-gmac")) || (data169 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.enc.enum}});
errors++;
}
}
if(data167.prf !== undefined){
let data170 = data167.prf;
if(typeof data170 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data170 === "hmac-md5") || (data170 === "hmac-sha1")) || (data170 === "hmac-sha2-256")) || (data170 === "hmac-sha2-384")) || (data170 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.prf.enum}});
errors++;
}
}
if(data167.group !== undefined){
let data171 = data167.group;
if(typeof data171 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data171 === "modp768") || (data171 === "modp1024")) || (data171 === "modp1536")) || (data171 === "modp2048")) || (data171 === "modp3072")) || (data171 === "modp4096")) || (data171 === "modp6144")) || (data171 === "modp8192")) || (data171 === "ecp256")) || (data171 === "ecp384")) || (data171 === "ecp521")) || (data171 === "ecp192")) || (data171 === "ecp224")) || (data171 === "brainpool224")) || (data171 === "brainpool256")) || (data171 === "brainpool384")) || (data171 === "brainpool512")) || (data171 === "curve25519")) || (data171 === "sntrup761x25519")) || (data171 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.group.enum}});
errors++;
}
}
if(data167.lifetime !== undefined){
let data172 = data167.lifetime;
const _errs525 = errors;
let valid137 = false;
const _errs526 = errors;
if(typeof data172 === "string"){
if(!pattern87.test(data172)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid33 = _errs526 === errors;
valid137 = valid137 || _valid33;
if(!valid137){
const _errs528 = errors;
if(!((typeof data172 == "number") && (!(data172 % 1) && !isNaN(data172)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data172 == "number"){
if(data172 > 31536000 || isNaN(data172)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data172 < 60 || isNaN(data172)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid33 = _errs528 === errors;
valid137 = valid137 || _valid33;
}
if(!valid137){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs525;
if(vErrors !== null){
if(_errs525){
vErrors.length = _errs525;
}
else {
vErrors = null;
}
}
}
}
if(data167.lifetimeBytes !== undefined){
let data173 = data167.lifetimeBytes;
const _errs531 = errors;
let valid138 = false;
const _errs532 = errors;
if(typeof data173 === "string"){
if(!pattern88.test(data173)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid34 = _errs532 === errors;
valid138 = valid138 || _valid34;
if(!valid138){
const _errs534 = errors;
if(!((typeof data173 == "number") && (!(data173 % 1) && !isNaN(data173)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data173 == "number"){
if(data173 < 1 || isNaN(data173)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid34 = _errs534 === errors;
valid138 = valid138 || _valid34;
}
if(!valid138){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs531;
if(vErrors !== null){
if(_errs531){
vErrors.length = _errs531;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2/" + i36,schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid30 = _errs511 === errors;
valid130 = valid130 || _valid30;
if(!valid130){
const _errs536 = errors;
if(typeof data160 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/2/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data160 === "default")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/2/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[2].enum}});
errors++;
}
var _valid30 = _errs536 === errors;
valid130 = valid130 || _valid30;
}
}
if(!valid130){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs487;
if(vErrors !== null){
if(_errs487){
vErrors.length = _errs487;
}
else {
vErrors = null;
}
}
}
}
if(data125.ipcomp !== undefined){
if(typeof data125.ipcomp !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/ipcomp",schemaPath:"#/properties/tunnels/items/properties/ipcomp/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data125.psk !== undefined){
let data175 = data125.psk;
const _errs541 = errors;
let valid139 = false;
const _errs542 = errors;
if(data175 && typeof data175 == "object" && !Array.isArray(data175)){
if(data175.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key30 in data175){
if(!(key30 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30}});
errors++;
}
}
if(data175.file !== undefined){
let data176 = data175.file;
if(typeof data176 === "string"){
if(func3(data176) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk/file",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data176)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk/file",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk/file",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid35 = _errs542 === errors;
valid139 = valid139 || _valid35;
if(!valid139){
const _errs547 = errors;
if(data175 && typeof data175 == "object" && !Array.isArray(data175)){
if(data175.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key31 in data175){
if(!(key31 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31}});
errors++;
}
}
if(data175.env !== undefined){
let data177 = data175.env;
if(typeof data177 === "string"){
if(!pattern25.test(data177)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk/env",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk/env",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid35 = _errs547 === errors;
valid139 = valid139 || _valid35;
if(!valid139){
const _errs552 = errors;
if(data175 && typeof data175 == "object" && !Array.isArray(data175)){
if(data175.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key32 in data175){
if(!(key32 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32}});
errors++;
}
}
if(data175.command !== undefined){
let data178 = data175.command;
if(Array.isArray(data178)){
if(data178.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk/command",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len37 = data178.length;
for(let i37=0; i37<len37; i37++){
let data179 = data178[i37];
if(typeof data179 === "string"){
if(!pattern5.test(data179)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk/command/" + i37,schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk/command/" + i37,schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk/command",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid35 = _errs552 === errors;
valid139 = valid139 || _valid35;
}
}
if(!valid139){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf",keyword:"anyOf",params:{}});
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
if(data125.peerKey !== undefined){
let data180 = data125.peerKey;
const _errs560 = errors;
let valid145 = false;
const _errs561 = errors;
if(data180 && typeof data180 == "object" && !Array.isArray(data180)){
if(data180.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key33 in data180){
if(!(key33 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33}});
errors++;
}
}
if(data180.file !== undefined){
let data181 = data180.file;
if(typeof data181 === "string"){
if(func3(data181) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey/file",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data181)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey/file",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey/file",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid36 = _errs561 === errors;
valid145 = valid145 || _valid36;
if(!valid145){
const _errs566 = errors;
if(data180 && typeof data180 == "object" && !Array.isArray(data180)){
if(data180.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key34 in data180){
if(!(key34 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34}});
errors++;
}
}
if(data180.env !== undefined){
let data182 = data180.env;
if(typeof data182 === "string"){
if(!pattern25.test(data182)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey/env",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey/env",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid36 = _errs566 === errors;
valid145 = valid145 || _valid36;
if(!valid145){
const _errs571 = errors;
if(data180 && typeof data180 == "object" && !Array.isArray(data180)){
if(data180.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key35 in data180){
if(!(key35 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35}});
errors++;
}
}
if(data180.command !== undefined){
let data183 = data180.command;
if(Array.isArray(data183)){
if(data183.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey/command",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len38 = data183.length;
for(let i38=0; i38<len38; i38++){
let data184 = data183[i38];
if(typeof data184 === "string"){
if(!pattern5.test(data184)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey/command/" + i38,schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey/command/" + i38,schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey/command",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid36 = _errs571 === errors;
valid145 = valid145 || _valid36;
}
}
if(!valid145){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs560;
if(vErrors !== null){
if(_errs560){
vErrors.length = _errs560;
}
else {
vErrors = null;
}
}
}
}
if(data125.certificate !== undefined){
let data185 = data125.certificate;
if(data185 && typeof data185 == "object" && !Array.isArray(data185)){
if(data185.ca === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/required",keyword:"required",params:{missingProperty: "ca"}});
errors++;
}
if(data185.cert === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/required",keyword:"required",params:{missingProperty: "cert"}});
errors++;
}
if(data185.key === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/required",keyword:"required",params:{missingProperty: "key"}});
errors++;
}
for(const key36 in data185){
if(!(((key36 === "ca") || (key36 === "cert")) || (key36 === "key"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36}});
errors++;
}
}
if(data185.ca !== undefined){
let data186 = data185.ca;
const _errs582 = errors;
let valid152 = false;
const _errs583 = errors;
if(data186 && typeof data186 == "object" && !Array.isArray(data186)){
if(data186.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key37 in data186){
if(!(key37 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37}});
errors++;
}
}
if(data186.file !== undefined){
let data187 = data186.file;
if(typeof data187 === "string"){
if(func3(data187) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data187)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid37 = _errs583 === errors;
valid152 = valid152 || _valid37;
if(!valid152){
const _errs588 = errors;
if(data186 && typeof data186 == "object" && !Array.isArray(data186)){
if(data186.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key38 in data186){
if(!(key38 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38}});
errors++;
}
}
if(data186.env !== undefined){
let data188 = data186.env;
if(typeof data188 === "string"){
if(!pattern25.test(data188)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid37 = _errs588 === errors;
valid152 = valid152 || _valid37;
if(!valid152){
const _errs593 = errors;
if(data186 && typeof data186 == "object" && !Array.isArray(data186)){
if(data186.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key39 in data186){
if(!(key39 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39}});
errors++;
}
}
if(data186.command !== undefined){
let data189 = data186.command;
if(Array.isArray(data189)){
if(data189.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len39 = data189.length;
for(let i39=0; i39<len39; i39++){
let data190 = data189[i39];
if(typeof data190 === "string"){
if(!pattern5.test(data190)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca/command/" + i39,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca/command/" + i39,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid37 = _errs593 === errors;
valid152 = valid152 || _valid37;
}
}
if(!valid152){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs582;
if(vErrors !== null){
if(_errs582){
vErrors.length = _errs582;
}
else {
vErrors = null;
}
}
}
}
if(data185.cert !== undefined){
let data191 = data185.cert;
const _errs601 = errors;
let valid158 = false;
const _errs602 = errors;
if(data191 && typeof data191 == "object" && !Array.isArray(data191)){
if(data191.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key40 in data191){
if(!(key40 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40}});
errors++;
}
}
if(data191.file !== undefined){
let data192 = data191.file;
if(typeof data192 === "string"){
if(func3(data192) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data192)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid38 = _errs602 === errors;
valid158 = valid158 || _valid38;
if(!valid158){
const _errs607 = errors;
if(data191 && typeof data191 == "object" && !Array.isArray(data191)){
if(data191.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key41 in data191){
if(!(key41 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41}});
errors++;
}
}
if(data191.env !== undefined){
let data193 = data191.env;
if(typeof data193 === "string"){
if(!pattern25.test(data193)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid38 = _errs607 === errors;
valid158 = valid158 || _valid38;
if(!valid158){
const _errs612 = errors;
if(data191 && typeof data191 == "object" && !Array.isArray(data191)){
if(data191.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key42 in data191){
if(!(key42 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42}});
errors++;
}
}
if(data191.command !== undefined){
let data194 = data191.command;
if(Array.isArray(data194)){
if(data194.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len40 = data194.length;
for(let i40=0; i40<len40; i40++){
let data195 = data194[i40];
if(typeof data195 === "string"){
if(!pattern5.test(data195)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert/command/" + i40,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert/command/" + i40,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid38 = _errs612 === errors;
valid158 = valid158 || _valid38;
}
}
if(!valid158){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs601;
if(vErrors !== null){
if(_errs601){
vErrors.length = _errs601;
}
else {
vErrors = null;
}
}
}
}
if(data185.key !== undefined){
let data196 = data185.key;
const _errs620 = errors;
let valid164 = false;
const _errs621 = errors;
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key43 in data196){
if(!(key43 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43}});
errors++;
}
}
if(data196.file !== undefined){
let data197 = data196.file;
if(typeof data197 === "string"){
if(func3(data197) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data197)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid39 = _errs621 === errors;
valid164 = valid164 || _valid39;
if(!valid164){
const _errs626 = errors;
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key44 in data196){
if(!(key44 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44}});
errors++;
}
}
if(data196.env !== undefined){
let data198 = data196.env;
if(typeof data198 === "string"){
if(!pattern25.test(data198)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid39 = _errs626 === errors;
valid164 = valid164 || _valid39;
if(!valid164){
const _errs631 = errors;
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key45 in data196){
if(!(key45 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key45}});
errors++;
}
}
if(data196.command !== undefined){
let data199 = data196.command;
if(Array.isArray(data199)){
if(data199.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len41 = data199.length;
for(let i41=0; i41<len41; i41++){
let data200 = data199[i41];
if(typeof data200 === "string"){
if(!pattern5.test(data200)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key/command/" + i41,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key/command/" + i41,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid39 = _errs631 === errors;
valid164 = valid164 || _valid39;
}
}
if(!valid164){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf",keyword:"anyOf",params:{}});
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
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data125.srcid !== undefined){
let data201 = data125.srcid;
if(typeof data201 === "string"){
if(func3(data201) > 255){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/maxLength",keyword:"maxLength",params:{limit: 255}});
errors++;
}
if(func3(data201) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern47.test(data201)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data125.dstid !== undefined){
let data202 = data125.dstid;
if(typeof data202 === "string"){
if(func3(data202) > 255){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/maxLength",keyword:"maxLength",params:{limit: 255}});
errors++;
}
if(func3(data202) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern47.test(data202)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data125.tag !== undefined){
let data203 = data125.tag;
if(typeof data203 === "string"){
if(!pattern48.test(data203)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/tag",schemaPath:"#/properties/tunnels/items/properties/tag/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/tag",schemaPath:"#/properties/tunnels/items/properties/tag/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data125.nat !== undefined){
let data204 = data125.nat;
if(typeof data204 === "string"){
if(!pattern76.test(data204)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/nat",schemaPath:"#/properties/tunnels/items/properties/nat/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31+"/nat",schemaPath:"#/properties/tunnels/items/properties/nat/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i31,schemaPath:"#/properties/tunnels/items/type",keyword:"type",params:{type: "object"}});
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
let data205 = data.clients;
if(Array.isArray(data205)){
const len42 = data205.length;
for(let i42=0; i42<len42; i42++){
let data206 = data205[i42];
if(data206 && typeof data206 == "object" && !Array.isArray(data206)){
if(data206.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42,schemaPath:"#/properties/clients/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data206.pool === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42,schemaPath:"#/properties/clients/items/required",keyword:"required",params:{missingProperty: "pool"}});
errors++;
}
for(const key46 in data206){
if(!(func2.call(schema11.properties.clients.items.properties, key46))){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42,schemaPath:"#/properties/clients/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key46}});
errors++;
}
}
if(data206.name !== undefined){
let data207 = data206.name;
if(typeof data207 === "string"){
if(!pattern0.test(data207)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/name",schemaPath:"#/properties/clients/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/name",schemaPath:"#/properties/clients/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data206.pool !== undefined){
let data208 = data206.pool;
if(typeof data208 === "string"){
if(!pattern13.test(data208)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/pool",schemaPath:"#/properties/clients/items/properties/pool/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+/[0-9]{1,3}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/pool",schemaPath:"#/properties/clients/items/properties/pool/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data206.networks !== undefined){
let data209 = data206.networks;
if(Array.isArray(data209)){
const len43 = data209.length;
for(let i43=0; i43<len43; i43++){
let data210 = data209[i43];
if(typeof data210 === "string"){
if(!pattern76.test(data210)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/networks/" + i43,schemaPath:"#/properties/clients/items/properties/networks/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/networks/" + i43,schemaPath:"#/properties/clients/items/properties/networks/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/networks",schemaPath:"#/properties/clients/items/properties/networks/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data206.nameservers !== undefined){
let data211 = data206.nameservers;
if(Array.isArray(data211)){
const len44 = data211.length;
for(let i44=0; i44<len44; i44++){
let data212 = data211[i44];
if(typeof data212 === "string"){
if(!pattern19.test(data212)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/nameservers/" + i44,schemaPath:"#/properties/clients/items/properties/nameservers/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/nameservers/" + i44,schemaPath:"#/properties/clients/items/properties/nameservers/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/nameservers",schemaPath:"#/properties/clients/items/properties/nameservers/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data206.srcid !== undefined){
let data213 = data206.srcid;
if(typeof data213 === "string"){
if(func3(data213) > 255){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/maxLength",keyword:"maxLength",params:{limit: 255}});
errors++;
}
if(func3(data213) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern47.test(data213)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data206.localAddress !== undefined){
let data214 = data206.localAddress;
if(typeof data214 === "string"){
if(func3(data214) > 45){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/localAddress",schemaPath:"#/properties/clients/items/properties/localAddress/maxLength",keyword:"maxLength",params:{limit: 45}});
errors++;
}
if(!pattern86.test(data214)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/localAddress",schemaPath:"#/properties/clients/items/properties/localAddress/pattern",keyword:"pattern",params:{pattern: "^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/localAddress",schemaPath:"#/properties/clients/items/properties/localAddress/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data206.certificate !== undefined){
let data215 = data206.certificate;
if(data215 && typeof data215 == "object" && !Array.isArray(data215)){
if(data215.ca === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/required",keyword:"required",params:{missingProperty: "ca"}});
errors++;
}
if(data215.cert === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/required",keyword:"required",params:{missingProperty: "cert"}});
errors++;
}
if(data215.key === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/required",keyword:"required",params:{missingProperty: "key"}});
errors++;
}
for(const key47 in data215){
if(!(((key47 === "ca") || (key47 === "cert")) || (key47 === "key"))){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key47}});
errors++;
}
}
if(data215.ca !== undefined){
let data216 = data215.ca;
const _errs671 = errors;
let valid178 = false;
const _errs672 = errors;
if(data216 && typeof data216 == "object" && !Array.isArray(data216)){
if(data216.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key48 in data216){
if(!(key48 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key48}});
errors++;
}
}
if(data216.file !== undefined){
let data217 = data216.file;
if(typeof data217 === "string"){
if(func3(data217) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data217)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid40 = _errs672 === errors;
valid178 = valid178 || _valid40;
if(!valid178){
const _errs677 = errors;
if(data216 && typeof data216 == "object" && !Array.isArray(data216)){
if(data216.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key49 in data216){
if(!(key49 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key49}});
errors++;
}
}
if(data216.env !== undefined){
let data218 = data216.env;
if(typeof data218 === "string"){
if(!pattern25.test(data218)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid40 = _errs677 === errors;
valid178 = valid178 || _valid40;
if(!valid178){
const _errs682 = errors;
if(data216 && typeof data216 == "object" && !Array.isArray(data216)){
if(data216.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key50 in data216){
if(!(key50 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key50}});
errors++;
}
}
if(data216.command !== undefined){
let data219 = data216.command;
if(Array.isArray(data219)){
if(data219.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len45 = data219.length;
for(let i45=0; i45<len45; i45++){
let data220 = data219[i45];
if(typeof data220 === "string"){
if(!pattern5.test(data220)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca/command/" + i45,schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca/command/" + i45,schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid40 = _errs682 === errors;
valid178 = valid178 || _valid40;
}
}
if(!valid178){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs671;
if(vErrors !== null){
if(_errs671){
vErrors.length = _errs671;
}
else {
vErrors = null;
}
}
}
}
if(data215.cert !== undefined){
let data221 = data215.cert;
const _errs690 = errors;
let valid184 = false;
const _errs691 = errors;
if(data221 && typeof data221 == "object" && !Array.isArray(data221)){
if(data221.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key51 in data221){
if(!(key51 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key51}});
errors++;
}
}
if(data221.file !== undefined){
let data222 = data221.file;
if(typeof data222 === "string"){
if(func3(data222) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data222)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid41 = _errs691 === errors;
valid184 = valid184 || _valid41;
if(!valid184){
const _errs696 = errors;
if(data221 && typeof data221 == "object" && !Array.isArray(data221)){
if(data221.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key52 in data221){
if(!(key52 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key52}});
errors++;
}
}
if(data221.env !== undefined){
let data223 = data221.env;
if(typeof data223 === "string"){
if(!pattern25.test(data223)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid41 = _errs696 === errors;
valid184 = valid184 || _valid41;
if(!valid184){
const _errs701 = errors;
if(data221 && typeof data221 == "object" && !Array.isArray(data221)){
if(data221.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key53 in data221){
if(!(key53 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key53}});
errors++;
}
}
if(data221.command !== undefined){
let data224 = data221.command;
if(Array.isArray(data224)){
if(data224.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len46 = data224.length;
for(let i46=0; i46<len46; i46++){
let data225 = data224[i46];
if(typeof data225 === "string"){
if(!pattern5.test(data225)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert/command/" + i46,schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert/command/" + i46,schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid41 = _errs701 === errors;
valid184 = valid184 || _valid41;
}
}
if(!valid184){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf",keyword:"anyOf",params:{}});
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
if(data215.key !== undefined){
let data226 = data215.key;
const _errs709 = errors;
let valid190 = false;
const _errs710 = errors;
if(data226 && typeof data226 == "object" && !Array.isArray(data226)){
if(data226.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key54 in data226){
if(!(key54 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key54}});
errors++;
}
}
if(data226.file !== undefined){
let data227 = data226.file;
if(typeof data227 === "string"){
if(func3(data227) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data227)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid42 = _errs710 === errors;
valid190 = valid190 || _valid42;
if(!valid190){
const _errs715 = errors;
if(data226 && typeof data226 == "object" && !Array.isArray(data226)){
if(data226.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key55 in data226){
if(!(key55 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key55}});
errors++;
}
}
if(data226.env !== undefined){
let data228 = data226.env;
if(typeof data228 === "string"){
if(!pattern25.test(data228)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid42 = _errs715 === errors;
valid190 = valid190 || _valid42;
if(!valid190){
const _errs720 = errors;
if(data226 && typeof data226 == "object" && !Array.isArray(data226)){
if(data226.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key56 in data226){
if(!(key56 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key56}});
errors++;
}
}
if(data226.command !== undefined){
let data229 = data226.command;
if(Array.isArray(data229)){
if(data229.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len47 = data229.length;
for(let i47=0; i47<len47; i47++){
let data230 = data229[i47];
if(typeof data230 === "string"){
if(!pattern5.test(data230)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key/command/" + i47,schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key/command/" + i47,schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid42 = _errs720 === errors;
valid190 = valid190 || _valid42;
}
}
if(!valid190){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf",keyword:"anyOf",params:{}});
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
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data206.users !== undefined){
let data231 = data206.users;
if(Array.isArray(data231)){
const len48 = data231.length;
for(let i48=0; i48<len48; i48++){
let data232 = data231[i48];
if(data232 && typeof data232 == "object" && !Array.isArray(data232)){
if(data232.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48,schemaPath:"#/properties/clients/items/properties/users/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data232.password === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48,schemaPath:"#/properties/clients/items/properties/users/items/required",keyword:"required",params:{missingProperty: "password"}});
errors++;
}
for(const key57 in data232){
if(!((key57 === "name") || (key57 === "password"))){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48,schemaPath:"#/properties/clients/items/properties/users/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key57}});
errors++;
}
}
if(data232.name !== undefined){
let data233 = data232.name;
if(typeof data233 === "string"){
if(!pattern129.test(data233)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/name",schemaPath:"#/properties/clients/items/properties/users/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/name",schemaPath:"#/properties/clients/items/properties/users/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data232.password !== undefined){
let data234 = data232.password;
const _errs735 = errors;
let valid199 = false;
const _errs736 = errors;
if(data234 && typeof data234 == "object" && !Array.isArray(data234)){
if(data234.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key58 in data234){
if(!(key58 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key58}});
errors++;
}
}
if(data234.file !== undefined){
let data235 = data234.file;
if(typeof data235 === "string"){
if(func3(data235) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password/file",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data235)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password/file",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password/file",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid43 = _errs736 === errors;
valid199 = valid199 || _valid43;
if(!valid199){
const _errs741 = errors;
if(data234 && typeof data234 == "object" && !Array.isArray(data234)){
if(data234.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key59 in data234){
if(!(key59 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key59}});
errors++;
}
}
if(data234.env !== undefined){
let data236 = data234.env;
if(typeof data236 === "string"){
if(!pattern25.test(data236)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password/env",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password/env",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid43 = _errs741 === errors;
valid199 = valid199 || _valid43;
if(!valid199){
const _errs746 = errors;
if(data234 && typeof data234 == "object" && !Array.isArray(data234)){
if(data234.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key60 in data234){
if(!(key60 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key60}});
errors++;
}
}
if(data234.command !== undefined){
let data237 = data234.command;
if(Array.isArray(data237)){
if(data237.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password/command",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len49 = data237.length;
for(let i49=0; i49<len49; i49++){
let data238 = data237[i49];
if(typeof data238 === "string"){
if(!pattern5.test(data238)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password/command/" + i49,schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password/command/" + i49,schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password/command",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid43 = _errs746 === errors;
valid199 = valid199 || _valid43;
}
}
if(!valid199){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs735;
if(vErrors !== null){
if(_errs735){
vErrors.length = _errs735;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users/" + i48,schemaPath:"#/properties/clients/items/properties/users/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/users",schemaPath:"#/properties/clients/items/properties/users/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data206.psk !== undefined){
let data239 = data206.psk;
const _errs754 = errors;
let valid205 = false;
const _errs755 = errors;
if(data239 && typeof data239 == "object" && !Array.isArray(data239)){
if(data239.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key61 in data239){
if(!(key61 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key61}});
errors++;
}
}
if(data239.file !== undefined){
let data240 = data239.file;
if(typeof data240 === "string"){
if(func3(data240) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk/file",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data240)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk/file",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk/file",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid44 = _errs755 === errors;
valid205 = valid205 || _valid44;
if(!valid205){
const _errs760 = errors;
if(data239 && typeof data239 == "object" && !Array.isArray(data239)){
if(data239.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key62 in data239){
if(!(key62 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key62}});
errors++;
}
}
if(data239.env !== undefined){
let data241 = data239.env;
if(typeof data241 === "string"){
if(!pattern25.test(data241)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk/env",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk/env",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid44 = _errs760 === errors;
valid205 = valid205 || _valid44;
if(!valid205){
const _errs765 = errors;
if(data239 && typeof data239 == "object" && !Array.isArray(data239)){
if(data239.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key63 in data239){
if(!(key63 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key63}});
errors++;
}
}
if(data239.command !== undefined){
let data242 = data239.command;
if(Array.isArray(data242)){
if(data242.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk/command",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len50 = data242.length;
for(let i50=0; i50<len50; i50++){
let data243 = data242[i50];
if(typeof data243 === "string"){
if(!pattern5.test(data243)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk/command/" + i50,schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk/command/" + i50,schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk/command",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid44 = _errs765 === errors;
valid205 = valid205 || _valid44;
}
}
if(!valid205){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs754;
if(vErrors !== null){
if(_errs754){
vErrors.length = _errs754;
}
else {
vErrors = null;
}
}
}
}
if(data206.tag !== undefined){
let data244 = data206.tag;
if(typeof data244 === "string"){
if(!pattern48.test(data244)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/tag",schemaPath:"#/properties/clients/items/properties/tag/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42+"/tag",schemaPath:"#/properties/clients/items/properties/tag/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i42,schemaPath:"#/properties/clients/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients",schemaPath:"#/properties/clients/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.packages !== undefined){
let data245 = data.packages;
if(Array.isArray(data245)){
const len51 = data245.length;
for(let i51=0; i51<len51; i51++){
let data246 = data245[i51];
if(typeof data246 === "string"){
if(!pattern137.test(data246)){
(vErrors ??= []).push({instancePath:instancePath+"/packages/" + i51,schemaPath:"#/properties/packages/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/packages/" + i51,schemaPath:"#/properties/packages/items/type",keyword:"type",params:{type: "string"}});
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
let data248 = data.sysctl;
if(data248 && typeof data248 == "object" && !Array.isArray(data248)){
for(const key64 in data248){
const _errs782 = errors;
if(typeof key64 === "string"){
if(!pattern138.test(key64)){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl",schemaPath:"#/properties/sysctl/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][A-Za-z0-9_.-]*$"},propertyName:key64});
errors++;
}
}
var valid213 = _errs782 === errors;
if(!valid213){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl",schemaPath:"#/properties/sysctl/propertyNames",keyword:"propertyNames",params:{propertyName: key64}});
errors++;
}
}
for(const key65 in data248){
let data249 = data248[key65];
if(((typeof data249 !== "string") && (!((typeof data249 == "number") && (!(data249 % 1) && !isNaN(data249))))) && (typeof data249 !== "boolean")){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl/" + key65.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctl/additionalProperties/type",keyword:"type",params:{type: schema11.properties.sysctl.additionalProperties.type}});
errors++;
}
if(typeof data249 === "string"){
if(!pattern139.test(data249)){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl/" + key65.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctl/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\# ]+$"}});
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
let data250 = data.rcConf;
if(data250 && typeof data250 == "object" && !Array.isArray(data250)){
for(const key66 in data250){
const _errs788 = errors;
if(typeof key66 === "string"){
if(!pattern140.test(key66)){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf",schemaPath:"#/properties/rcConf/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},propertyName:key66});
errors++;
}
}
var valid215 = _errs788 === errors;
if(!valid215){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf",schemaPath:"#/properties/rcConf/propertyNames",keyword:"propertyNames",params:{propertyName: key66}});
errors++;
}
}
for(const key67 in data250){
let data251 = data250[key67];
if(((typeof data251 !== "string") && (!((typeof data251 == "number") && (!(data251 % 1) && !isNaN(data251))))) && (typeof data251 !== "boolean")){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf/" + key67.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rcConf/additionalProperties/type",keyword:"type",params:{type: schema11.properties.rcConf.additionalProperties.type}});
errors++;
}
if(typeof data251 === "string"){
if(!pattern141.test(data251)){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf/" + key67.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rcConf/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#]*$"}});
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
let data252 = data.installurl;
if(typeof data252 === "string"){
if(!pattern142.test(data252)){
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
let data253 = data.files;
if(Array.isArray(data253)){
const len52 = data253.length;
for(let i52=0; i52<len52; i52++){
let data254 = data253[i52];
if(data254 && typeof data254 == "object" && !Array.isArray(data254)){
if(data254.path === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: "path"}});
errors++;
}
for(const key68 in data254){
if(!((((((((key68 === "path") || (key68 === "content")) || (key68 === "append")) || (key68 === "source")) || (key68 === "secret")) || (key68 === "mode")) || (key68 === "owner")) || (key68 === "group"))){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52,schemaPath:"#/properties/files/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key68}});
errors++;
}
}
if(data254.path !== undefined){
let data255 = data254.path;
if(typeof data255 === "string"){
if(func3(data255) > 200){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/path",schemaPath:"#/properties/files/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 200}});
errors++;
}
if(!pattern143.test(data255)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/path",schemaPath:"#/properties/files/items/properties/path/pattern",keyword:"pattern",params:{pattern: "^/[A-Za-z0-9_.+@/-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/path",schemaPath:"#/properties/files/items/properties/path/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data254.content !== undefined){
let data256 = data254.content;
if(typeof data256 === "string"){
if(!pattern144.test(data256)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/content",schemaPath:"#/properties/files/items/properties/content/pattern",keyword:"pattern",params:{pattern: "^[^\\ud800-\\udfff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/content",schemaPath:"#/properties/files/items/properties/content/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data254.append !== undefined){
let data257 = data254.append;
const _errs804 = errors;
let valid220 = false;
const _errs805 = errors;
if(typeof data257 === "string"){
if(!pattern144.test(data257)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[^\\ud800-\\udfff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid45 = _errs805 === errors;
valid220 = valid220 || _valid45;
if(!valid220){
const _errs807 = errors;
if(data257 && typeof data257 == "object" && !Array.isArray(data257)){
if(data257.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/1/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key69 in data257){
if(!(key69 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key69}});
errors++;
}
}
if(data257.file !== undefined){
let data258 = data257.file;
if(typeof data258 === "string"){
if(func3(data258) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append/file",schemaPath:"#/properties/files/items/properties/append/anyOf/1/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data258)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append/file",schemaPath:"#/properties/files/items/properties/append/anyOf/1/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append/file",schemaPath:"#/properties/files/items/properties/append/anyOf/1/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid45 = _errs807 === errors;
valid220 = valid220 || _valid45;
if(!valid220){
const _errs812 = errors;
if(data257 && typeof data257 == "object" && !Array.isArray(data257)){
if(data257.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/2/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key70 in data257){
if(!(key70 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key70}});
errors++;
}
}
if(data257.env !== undefined){
let data259 = data257.env;
if(typeof data259 === "string"){
if(!pattern25.test(data259)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append/env",schemaPath:"#/properties/files/items/properties/append/anyOf/2/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append/env",schemaPath:"#/properties/files/items/properties/append/anyOf/2/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid45 = _errs812 === errors;
valid220 = valid220 || _valid45;
if(!valid220){
const _errs817 = errors;
if(data257 && typeof data257 == "object" && !Array.isArray(data257)){
if(data257.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/3/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key71 in data257){
if(!(key71 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key71}});
errors++;
}
}
if(data257.command !== undefined){
let data260 = data257.command;
if(Array.isArray(data260)){
if(data260.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append/command",schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len53 = data260.length;
for(let i53=0; i53<len53; i53++){
let data261 = data260[i53];
if(typeof data261 === "string"){
if(!pattern5.test(data261)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append/command/" + i53,schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append/command/" + i53,schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append/command",schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/3/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid45 = _errs817 === errors;
valid220 = valid220 || _valid45;
}
}
}
if(!valid220){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf",keyword:"anyOf",params:{}});
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
if(data254.source !== undefined){
let data262 = data254.source;
if(typeof data262 === "string"){
if(func3(data262) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/source",schemaPath:"#/properties/files/items/properties/source/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data262)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/source",schemaPath:"#/properties/files/items/properties/source/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/source",schemaPath:"#/properties/files/items/properties/source/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data254.secret !== undefined){
let data263 = data254.secret;
const _errs827 = errors;
let valid226 = false;
const _errs828 = errors;
if(data263 && typeof data263 == "object" && !Array.isArray(data263)){
if(data263.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key72 in data263){
if(!(key72 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key72}});
errors++;
}
}
if(data263.file !== undefined){
let data264 = data263.file;
if(typeof data264 === "string"){
if(func3(data264) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret/file",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data264)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret/file",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret/file",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid46 = _errs828 === errors;
valid226 = valid226 || _valid46;
if(!valid226){
const _errs833 = errors;
if(data263 && typeof data263 == "object" && !Array.isArray(data263)){
if(data263.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key73 in data263){
if(!(key73 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key73}});
errors++;
}
}
if(data263.env !== undefined){
let data265 = data263.env;
if(typeof data265 === "string"){
if(!pattern25.test(data265)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret/env",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret/env",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid46 = _errs833 === errors;
valid226 = valid226 || _valid46;
if(!valid226){
const _errs838 = errors;
if(data263 && typeof data263 == "object" && !Array.isArray(data263)){
if(data263.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key74 in data263){
if(!(key74 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key74}});
errors++;
}
}
if(data263.command !== undefined){
let data266 = data263.command;
if(Array.isArray(data266)){
if(data266.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret/command",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len54 = data266.length;
for(let i54=0; i54<len54; i54++){
let data267 = data266[i54];
if(typeof data267 === "string"){
if(!pattern5.test(data267)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret/command/" + i54,schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret/command/" + i54,schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret/command",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid46 = _errs838 === errors;
valid226 = valid226 || _valid46;
}
}
if(!valid226){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs827;
if(vErrors !== null){
if(_errs827){
vErrors.length = _errs827;
}
else {
vErrors = null;
}
}
}
}
if(data254.mode !== undefined){
let data268 = data254.mode;
if(typeof data268 === "string"){
if(!pattern153.test(data268)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/mode",schemaPath:"#/properties/files/items/properties/mode/pattern",keyword:"pattern",params:{pattern: "^0?[0-7]{3}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/mode",schemaPath:"#/properties/files/items/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data254.owner !== undefined){
let data269 = data254.owner;
if(typeof data269 === "string"){
if(!pattern154.test(data269)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/owner",schemaPath:"#/properties/files/items/properties/owner/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/owner",schemaPath:"#/properties/files/items/properties/owner/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data254.group !== undefined){
let data270 = data254.group;
if(typeof data270 === "string"){
if(!pattern154.test(data270)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/group",schemaPath:"#/properties/files/items/properties/group/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52+"/group",schemaPath:"#/properties/files/items/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i52,schemaPath:"#/properties/files/items/type",keyword:"type",params:{type: "object"}});
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
let data271 = data.console;
if(data271 && typeof data271 == "object" && !Array.isArray(data271)){
for(const key75 in data271){
if(!(key75 === "speed")){
(vErrors ??= []).push({instancePath:instancePath+"/console",schemaPath:"#/properties/console/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key75}});
errors++;
}
}
if(data271.speed !== undefined){
let data272 = data271.speed;
if(!(((((data272 === 9600) || (data272 === 19200)) || (data272 === 38400)) || (data272 === 57600)) || (data272 === 115200))){
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
let data273 = data.domain;
if(data273 && typeof data273 == "object" && !Array.isArray(data273)){
for(const key76 in data273){
if(!(func2.call(schema11.properties.domain.properties, key76))){
(vErrors ??= []).push({instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key76}});
errors++;
}
}
if(data273.name !== undefined){
let data274 = data273.name;
if(typeof data274 === "string"){
if(!pattern0.test(data274)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/name",schemaPath:"#/properties/domain/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/name",schemaPath:"#/properties/domain/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data273.uuid !== undefined){
let data275 = data273.uuid;
if(typeof data275 === "string"){
if(!pattern157.test(data275)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/uuid",schemaPath:"#/properties/domain/properties/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/uuid",schemaPath:"#/properties/domain/properties/uuid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data273.memory !== undefined){
let data276 = data273.memory;
if(typeof data276 === "string"){
if(!pattern7.test(data276)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/memory",schemaPath:"#/properties/domain/properties/memory/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/memory",schemaPath:"#/properties/domain/properties/memory/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data273.vcpus !== undefined){
let data277 = data273.vcpus;
const _errs865 = errors;
let valid234 = false;
const _errs866 = errors;
if(!((typeof data277 == "number") && (!(data277 % 1) && !isNaN(data277)))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data277 == "number"){
if(data277 > 255 || isNaN(data277)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data277 < 1 || isNaN(data277)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid47 = _errs866 === errors;
valid234 = valid234 || _valid47;
if(!valid234){
const _errs868 = errors;
if(data277 && typeof data277 == "object" && !Array.isArray(data277)){
for(const key77 in data277){
if(!((key77 === "current") || (key77 === "maximum"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key77}});
errors++;
}
}
if(data277.current !== undefined){
let data278 = data277.current;
if(!((typeof data278 == "number") && (!(data278 % 1) && !isNaN(data278)))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/current",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/current/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data278 == "number"){
if(data278 > 255 || isNaN(data278)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/current",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/current/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data278 < 1 || isNaN(data278)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/current",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/current/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data277.maximum !== undefined){
let data279 = data277.maximum;
if(!((typeof data279 == "number") && (!(data279 % 1) && !isNaN(data279)))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/maximum",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/maximum/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data279 == "number"){
if(data279 > 255 || isNaN(data279)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/maximum",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/maximum/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data279 < 1 || isNaN(data279)){
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
var _valid47 = _errs868 === errors;
valid234 = valid234 || _valid47;
}
if(!valid234){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs865;
if(vErrors !== null){
if(_errs865){
vErrors.length = _errs865;
}
else {
vErrors = null;
}
}
}
}
if(data273.cpu !== undefined){
let data280 = data273.cpu;
if(typeof data280 === "string"){
if(!pattern159.test(data280)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/cpu",schemaPath:"#/properties/domain/properties/cpu/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/cpu",schemaPath:"#/properties/domain/properties/cpu/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data273.disk !== undefined){
let data281 = data273.disk;
if(typeof data281 === "string"){
if(!pattern160.test(data281)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/disk",schemaPath:"#/properties/domain/properties/disk/pattern",keyword:"pattern",params:{pattern: "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/disk",schemaPath:"#/properties/domain/properties/disk/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data273.cache !== undefined){
let data282 = data273.cache;
if(typeof data282 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/cache",schemaPath:"#/properties/domain/properties/cache/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data282 === "none") || (data282 === "writethrough")) || (data282 === "writeback")) || (data282 === "directsync")) || (data282 === "unsafe"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/cache",schemaPath:"#/properties/domain/properties/cache/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.cache.enum}});
errors++;
}
}
if(data273.discard !== undefined){
if(typeof data273.discard !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/discard",schemaPath:"#/properties/domain/properties/discard/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data273.interfaces !== undefined){
let data284 = data273.interfaces;
if(Array.isArray(data284)){
if(data284.length > 16){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces",schemaPath:"#/properties/domain/properties/interfaces/maxItems",keyword:"maxItems",params:{limit: 16}});
errors++;
}
if(data284.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces",schemaPath:"#/properties/domain/properties/interfaces/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len55 = data284.length;
for(let i55=0; i55<len55; i55++){
let data285 = data284[i55];
if(data285 && typeof data285 == "object" && !Array.isArray(data285)){
if(data285.bridge === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i55,schemaPath:"#/properties/domain/properties/interfaces/items/required",keyword:"required",params:{missingProperty: "bridge"}});
errors++;
}
for(const key78 in data285){
if(!((key78 === "bridge") || (key78 === "mac"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i55,schemaPath:"#/properties/domain/properties/interfaces/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key78}});
errors++;
}
}
if(data285.bridge !== undefined){
let data286 = data285.bridge;
if(typeof data286 === "string"){
if(!pattern161.test(data286)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i55+"/bridge",schemaPath:"#/properties/domain/properties/interfaces/items/properties/bridge/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i55+"/bridge",schemaPath:"#/properties/domain/properties/interfaces/items/properties/bridge/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data285.mac !== undefined){
let data287 = data285.mac;
if(typeof data287 === "string"){
if(!pattern162.test(data287)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i55+"/mac",schemaPath:"#/properties/domain/properties/interfaces/items/properties/mac/pattern",keyword:"pattern",params:{pattern: "^(random|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i55+"/mac",schemaPath:"#/properties/domain/properties/interfaces/items/properties/mac/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i55,schemaPath:"#/properties/domain/properties/interfaces/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces",schemaPath:"#/properties/domain/properties/interfaces/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data273.hardware !== undefined){
let data288 = data273.hardware;
if(typeof data288 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/hardware",schemaPath:"#/properties/domain/properties/hardware/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data288 === "virtio") || (data288 === "legacy"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/hardware",schemaPath:"#/properties/domain/properties/hardware/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.hardware.enum}});
errors++;
}
}
if(data273.machine !== undefined){
let data289 = data273.machine;
if(typeof data289 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/machine",schemaPath:"#/properties/domain/properties/machine/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data289 === "q35") || (data289 === "pc"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/machine",schemaPath:"#/properties/domain/properties/machine/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.machine.enum}});
errors++;
}
}
if(data273.firmware !== undefined){
let data290 = data273.firmware;
if(typeof data290 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/firmware",schemaPath:"#/properties/domain/properties/firmware/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data290 === "bios") || (data290 === "uefi"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/firmware",schemaPath:"#/properties/domain/properties/firmware/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.firmware.enum}});
errors++;
}
}
if(data273.rng !== undefined){
if(typeof data273.rng !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/rng",schemaPath:"#/properties/domain/properties/rng/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data273.graphics !== undefined){
let data292 = data273.graphics;
if(typeof data292 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/graphics",schemaPath:"#/properties/domain/properties/graphics/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data292 === "none") || (data292 === "vnc")) || (data292 === "spice"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/graphics",schemaPath:"#/properties/domain/properties/graphics/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.graphics.enum}});
errors++;
}
}
if(data273.autostart !== undefined){
if(typeof data273.autostart !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/autostart",schemaPath:"#/properties/domain/properties/autostart/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data273.description !== undefined){
let data294 = data273.description;
if(typeof data294 === "string"){
if(func3(data294) > 200){
(vErrors ??= []).push({instancePath:instancePath+"/domain/description",schemaPath:"#/properties/domain/properties/description/maxLength",keyword:"maxLength",params:{limit: 200}});
errors++;
}
if(!pattern5.test(data294)){
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
