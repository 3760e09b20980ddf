// Written by gateway/schema/write_validator.ts from gateway/schema/schema.ts; do not edit.
"use strict";
const schema11 = {"type":"object","required":["hostname","network"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"hostname":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$","maxLength":180},"release":{"anyOf":[{"type":"string","pattern":"^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0|rehearsal)$"},{"type":"object","required":["version"],"properties":{"version":{"type":"string","pattern":"^(6\\.6|6\\.7|6\\.8|6\\.9|7\\.0|7\\.1|7\\.2|7\\.3|7\\.4|7\\.5|7\\.6|7\\.7|7\\.8|7\\.9|8\\.0)$"},"arch":{"type":"string","enum":["amd64","i386"],"default":"amd64"},"mirror":{"type":"string","pattern":"^(https?|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$"},"key":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1},"rehearsal":{"type":"boolean","default":false}},"additionalProperties":false}],"default":"8.0"},"timezone":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$","default":"UTC"},"disk":{"type":"object","properties":{"size":{"type":"string","pattern":"^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$","default":"6G"},"layout":{"anyOf":[{"type":"string","enum":["single","auto"]},{"type":"array","items":{"type":"object","required":["mount","size"],"properties":{"mount":{"type":"string","pattern":"^(swap|/[A-Za-z0-9_./-]*)$","maxLength":64},"size":{"type":"string","pattern":"^(\\*|[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT])$"},"grow":{"type":"boolean","default":false}},"additionalProperties":false},"minItems":1,"maxItems":15}],"default":"single"}},"additionalProperties":false,"default":{}},"network":{"type":"object","required":["interfaces"],"properties":{"interfaces":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z]+[0-9]+$","maxLength":15},"address":{"type":"string","pattern":"^(dhcp|autoconf|none|[0-9.]+/[0-9]{1,2})$","default":"none"},"address6":{"type":"string","pattern":"^(autoconf|none|[0-9A-Fa-f:.]+/[0-9]{1,3})$","default":"none"},"aliases":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+/[0-9]{1,3}$"},"default":[]},"mtu":{"type":"integer","minimum":576,"maximum":65535},"description":{"type":"string","pattern":"^[ !%&()*+,./0-9:;<=>?@A-Z\\[\\]^_a-z{|}~-]*$","maxLength":60},"vlan":{"type":"object","required":["id","parent"],"properties":{"id":{"type":"integer","minimum":1,"maximum":4094},"parent":{"type":"string","pattern":"^[a-z]+[0-9]+$"}},"additionalProperties":false},"options":{"type":"array","items":{"type":"string","pattern":"^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"},"default":[]}},"additionalProperties":false},"minItems":1},"gateway":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"},"gateway6":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(%[a-z]+[0-9]+)?$"},"nameservers":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"default":[]},"search":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"},"default":[]},"hosts":{"type":"array","items":{"type":"object","required":["address","names"],"properties":{"address":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"names":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"},"minItems":1}},"additionalProperties":false},"default":[]}},"additionalProperties":false},"access":{"type":"object","properties":{"rootPassword":{"anyOf":[{"type":"string","enum":["none"]},{"type":"object","required":["hash"],"properties":{"hash":{"type":"string","pattern":"^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$"}},"additionalProperties":false},{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}],"default":"none"},"rootKeys":{"type":"array","items":{"type":"string","pattern":"^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","maxLength":8192},"default":[]},"rootSsh":{"type":"string","enum":["no","yes","prohibit-password"]},"users":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9_-]{0,30}$"},"fullName":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#:&,]*$","maxLength":100},"keys":{"type":"array","items":{"type":"string","pattern":"^(?!#)[A-Za-z0-9@=,.\"*:/+ _-]*(ssh-|ecdsa-|sk-)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","maxLength":8192},"default":[]},"password":{"anyOf":[{"type":"string","enum":["none"]},{"type":"object","required":["hash"],"properties":{"hash":{"type":"string","pattern":"^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$"}},"additionalProperties":false},{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}],"default":"none"},"wheel":{"type":"boolean","default":true},"doas":{"type":"string","enum":["no","password","persist","nopass"]}},"additionalProperties":false},"default":[]}},"additionalProperties":false,"default":{}},"firewall":{"type":"object","properties":{"skipTunnels":{"type":"boolean","default":true},"peers":{"anyOf":[{"type":"string","enum":["any"]},{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}}]},"allow":{"type":"array","items":{"type":"object","properties":{"proto":{"anyOf":[{"type":"string","pattern":"^[a-z0-9-]+$"},{"type":"array","items":{"type":"string","pattern":"^[a-z0-9-]+$"}}],"default":[]},"port":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"},{"type":"array","items":{"anyOf":[{"type":"integer","minimum":1,"maximum":65535},{"type":"string","pattern":"^[a-z0-9][a-z0-9:_-]*$"}]}}]},"from":{"anyOf":[{"type":"string","pattern":"^(any|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)$"},{"type":"array","items":{"type":"string","pattern":"^(any|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)$"}}],"default":[]},"to":{"anyOf":[{"type":"string","pattern":"^(any|self|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)$"},{"type":"array","items":{"type":"string","pattern":"^(any|self|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)$"}}],"default":[]},"on":{"type":"string","pattern":"^[a-z][a-z0-9]{0,14}$"},"tunnel":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"},"log":{"type":"boolean","default":false}},"additionalProperties":false},"default":[]},"rules":{"type":"array","items":{"type":"string","pattern":"^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"},"default":[]}},"additionalProperties":false,"default":{}},"forwarding":{"type":"string","enum":["ipsec","all","none"],"default":"ipsec"},"tunnels":{"type":"array","items":{"type":"object","required":["name","peer"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"ike":{"enum":[1,2],"default":2},"peer":{"type":"string","pattern":"^(any|[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}(/[0-9]{1,3})?)$"},"local":{"anyOf":[{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}}],"default":[]},"remote":{"anyOf":[{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}}],"default":[]},"selectors":{"type":"array","items":{"type":"object","required":["local","remote"],"properties":{"local":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},"remote":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}},"additionalProperties":false},"minItems":1},"proto":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]{0,30}$"},{"type":"integer","minimum":1,"maximum":255}]},"localPort":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]{0,30}$"},{"type":"integer","minimum":1,"maximum":65535}]},"remotePort":{"anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]{0,30}$"},{"type":"integer","minimum":1,"maximum":65535}]},"iface":{"type":"string","pattern":"^sec[0-9]{1,9}$"},"localAddress":{"type":"string","pattern":"^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$","maxLength":45},"mode":{"type":"string","enum":["active","passive","dynamic"],"default":"active"},"exchange":{"type":"string","enum":["main","aggressive"],"default":"main"},"protocol":{"type":"string","enum":["esp","ah"],"default":"esp"},"encapsulation":{"type":"string","enum":["tunnel","transport"],"default":"tunnel"},"phase1":{"anyOf":[{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}]},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},{"type":"array","items":{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}]},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},"minItems":1},{"type":"string","enum":["default"]}],"default":{}},"phase2":{"anyOf":[{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}],"default":"1h"},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},{"type":"array","items":{"type":"object","properties":{"auth":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512","hmac-ripemd160"],"default":"hmac-sha2-256"},"enc":{"type":"string","enum":["aes","aes-128","aes-192","aes-256","3des","blowfish","cast128","aes-128-ctr","aes-192-ctr","aes-256-ctr","aes-128-gcm","aes-192-gcm","aes-256-gcm","aes-128-gcm-12","aes-256-gcm-12","chacha20-poly1305","aes-128-gmac","aes-192-gmac","aes-256-gmac","null"],"default":"aes-256"},"prf":{"type":"string","enum":["hmac-md5","hmac-sha1","hmac-sha2-256","hmac-sha2-384","hmac-sha2-512"]},"group":{"type":"string","enum":["modp768","modp1024","modp1536","modp2048","modp3072","modp4096","modp6144","modp8192","ecp256","ecp384","ecp521","ecp192","ecp224","brainpool224","brainpool256","brainpool384","brainpool512","curve25519","sntrup761x25519","none"]},"lifetime":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,8}[smhd]?$"},{"type":"integer","minimum":60,"maximum":31536000}],"default":"1h"},"lifetimeBytes":{"anyOf":[{"type":"string","pattern":"^[1-9][0-9]{0,11}[KMG]?$"},{"type":"integer","minimum":1}]}},"additionalProperties":false},"minItems":1},{"type":"string","enum":["default"]}],"default":{}},"ipcomp":{"type":"boolean","default":false},"psk":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"peerKey":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"certificate":{"type":"object","required":["ca","cert","key"],"properties":{"ca":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"cert":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"key":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]}},"additionalProperties":false},"srcid":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$","minLength":1,"maxLength":255},"dstid":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$","minLength":1,"maxLength":255},"tag":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"},"nat":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}},"additionalProperties":false},"default":[]},"clients":{"type":"array","items":{"type":"object","required":["name","pool"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"pool":{"type":"string","pattern":"^[0-9A-Fa-f:.]+/[0-9]{1,3}$"},"networks":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"},"default":[]},"nameservers":{"type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f:.]+$"},"default":[]},"srcid":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$","minLength":1,"maxLength":255},"localAddress":{"type":"string","pattern":"^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$","maxLength":45},"certificate":{"type":"object","required":["ca","cert","key"],"properties":{"ca":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"cert":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"key":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]}},"additionalProperties":false},"users":{"type":"array","items":{"type":"object","required":["name","password"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}$"},"password":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]}},"additionalProperties":false},"default":[]},"psk":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"tag":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}},"additionalProperties":false},"default":[]},"packages":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$"},"default":[]},"syspatch":{"type":"boolean","default":true},"sysctl":{"type":"object","propertyNames":{"pattern":"^[a-z][A-Za-z0-9_.-]*$"},"additionalProperties":{"type":["string","integer","boolean"],"pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\# ]+$"},"default":{}},"rcConf":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9_]*$"},"additionalProperties":{"type":["string","integer","boolean"],"pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#]*$"},"default":{}},"installurl":{"type":"string","pattern":"^(https?|ftp|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$","default":"https://cdn.openbsd.org/pub/OpenBSD"},"files":{"type":"array","items":{"type":"object","required":["path"],"properties":{"path":{"type":"string","pattern":"^/[A-Za-z0-9_.+@/-]+$","maxLength":200},"content":{"type":"string","pattern":"^[^\\ud800-\\udfff]*$"},"append":{"anyOf":[{"type":"string","pattern":"^[^\\ud800-\\udfff]*$"},{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"source":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1},"secret":{"anyOf":[{"type":"object","required":["file"],"properties":{"file":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","minLength":1}},"additionalProperties":false},{"type":"object","required":["env"],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"additionalProperties":false},{"type":"object","required":["command"],"properties":{"command":{"type":"array","items":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"minItems":1}},"additionalProperties":false}]},"mode":{"type":"string","pattern":"^0?[0-7]{3}$"},"owner":{"type":"string","pattern":"^[a-z_][a-z0-9_-]*$","default":"root"},"group":{"type":"string","pattern":"^[a-z_][a-z0-9_-]*$","default":"wheel"}},"additionalProperties":false},"default":[]},"console":{"type":"object","properties":{"speed":{"enum":[9600,19200,38400,57600,115200],"default":115200}},"additionalProperties":false,"default":{}},"domain":{"type":"object","properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"},"uuid":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},"memory":{"type":"string","pattern":"^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$","default":"1024M"},"vcpus":{"anyOf":[{"type":"integer","minimum":1,"maximum":255},{"type":"object","properties":{"current":{"type":"integer","minimum":1,"maximum":255},"maximum":{"type":"integer","minimum":1,"maximum":255}},"additionalProperties":false}],"default":1},"cpu":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]*$","default":"host-passthrough"},"disk":{"type":"string","pattern":"^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"},"cache":{"type":"string","enum":["none","writethrough","writeback","directsync","unsafe"]},"discard":{"type":"boolean","default":true},"interfaces":{"type":"array","items":{"type":"object","required":["bridge"],"properties":{"bridge":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$"},"mac":{"type":"string","pattern":"^(random|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$","default":"random"}},"additionalProperties":false},"minItems":1,"maxItems":16,"default":[{"bridge":"br0"}]},"hardware":{"type":"string","enum":["virtio","legacy"],"default":"virtio"},"machine":{"type":"string","enum":["q35","pc"]},"firmware":{"type":"string","enum":["bios","uefi"],"default":"bios"},"rng":{"type":"boolean","default":true},"graphics":{"type":"string","enum":["none","vnc","spice"],"default":"none"},"autostart":{"type":"boolean","default":false},"description":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$","maxLength":200}},"additionalProperties":false,"default":{}}},"additionalProperties":false};
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
const pattern35 = new RegExp("^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$", "u");
const pattern36 = new RegExp("^[a-z0-9-]+$", "u");
const pattern38 = new RegExp("^[a-z0-9][a-z0-9:_-]*$", "u");
const pattern40 = new RegExp("^(any|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)$", "u");
const pattern42 = new RegExp("^(any|self|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)$", "u");
const pattern44 = new RegExp("^[a-z][a-z0-9]{0,14}$", "u");
const pattern45 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$", "u");
const pattern48 = new RegExp("^(any|[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}(/[0-9]{1,3})?)$", "u");
const pattern55 = new RegExp("^[a-z][a-z0-9-]{0,30}$", "u");
const pattern58 = new RegExp("^sec[0-9]{1,9}$", "u");
const pattern59 = new RegExp("^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$", "u");
const pattern60 = new RegExp("^[1-9][0-9]{0,8}[smhd]?$", "u");
const pattern61 = new RegExp("^[1-9][0-9]{0,11}[KMG]?$", "u");
const pattern85 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$", "u");
const pattern102 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}$", "u");
const pattern110 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$", "u");
const pattern111 = new RegExp("^[a-z][A-Za-z0-9_.-]*$", "u");
const pattern112 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\# ]+$", "u");
const pattern113 = new RegExp("^[a-z][a-z0-9_]*$", "u");
const pattern114 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#]*$", "u");
const pattern115 = new RegExp("^(https?|ftp|file)://[^\\u0000-\\u0020\"'`$\\\\\\u007f-\\uffff]+$", "u");
const pattern116 = new RegExp("^/[A-Za-z0-9_.+@/-]+$", "u");
const pattern117 = new RegExp("^[^\\ud800-\\udfff]*$", "u");
const pattern126 = new RegExp("^0?[0-7]{3}$", "u");
const pattern127 = new RegExp("^[a-z_][a-z0-9_-]*$", "u");
const pattern130 = new RegExp("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");
const pattern132 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]*$", "u");
const pattern133 = new RegExp("^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$", "u");
const pattern134 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$", "u");
const pattern135 = new RegExp("^(random|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$", "u");

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
if(!((((key18 === "skipTunnels") || (key18 === "peers")) || (key18 === "allow")) || (key18 === "rules"))){
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
if(data66.peers !== undefined){
let data68 = data66.peers;
const _errs185 = errors;
let valid49 = false;
const _errs186 = errors;
if(typeof data68 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data68 === "any")){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.firewall.properties.peers.anyOf[0].enum}});
errors++;
}
var _valid4 = _errs186 === errors;
valid49 = valid49 || _valid4;
if(!valid49){
const _errs188 = errors;
if(Array.isArray(data68)){
const len13 = data68.length;
for(let i13=0; i13<len13; i13++){
let data69 = data68[i13];
if(typeof data69 === "string"){
if(!pattern35.test(data69)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers/" + i13,schemaPath:"#/properties/firewall/properties/peers/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
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
var _valid4 = _errs188 === errors;
valid49 = valid49 || _valid4;
}
if(!valid49){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/peers",schemaPath:"#/properties/firewall/properties/peers/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs185;
if(vErrors !== null){
if(_errs185){
vErrors.length = _errs185;
}
else {
vErrors = null;
}
}
}
}
if(data66.allow !== undefined){
let data70 = data66.allow;
if(Array.isArray(data70)){
const len14 = data70.length;
for(let i14=0; i14<len14; i14++){
let data71 = data70[i14];
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
for(const key19 in data71){
if(!(((((((key19 === "proto") || (key19 === "port")) || (key19 === "from")) || (key19 === "to")) || (key19 === "on")) || (key19 === "tunnel")) || (key19 === "log"))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14,schemaPath:"#/properties/firewall/properties/allow/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}});
errors++;
}
}
if(data71.proto !== undefined){
let data72 = data71.proto;
const _errs198 = errors;
let valid55 = false;
const _errs199 = errors;
if(typeof data72 === "string"){
if(!pattern36.test(data72)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid5 = _errs199 === errors;
valid55 = valid55 || _valid5;
if(!valid55){
const _errs201 = errors;
if(Array.isArray(data72)){
const len15 = data72.length;
for(let i15=0; i15<len15; i15++){
let data73 = data72[i15];
if(typeof data73 === "string"){
if(!pattern36.test(data73)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/proto/" + i15,schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/proto/" + i15,schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid5 = _errs201 === errors;
valid55 = valid55 || _valid5;
}
if(!valid55){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/proto",schemaPath:"#/properties/firewall/properties/allow/items/properties/proto/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs198;
if(vErrors !== null){
if(_errs198){
vErrors.length = _errs198;
}
else {
vErrors = null;
}
}
}
}
if(data71.port !== undefined){
let data74 = data71.port;
const _errs206 = errors;
let valid58 = false;
const _errs207 = errors;
if(!((typeof data74 == "number") && (!(data74 % 1) && !isNaN(data74)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data74 == "number"){
if(data74 > 65535 || isNaN(data74)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data74 < 1 || isNaN(data74)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid6 = _errs207 === errors;
valid58 = valid58 || _valid6;
if(!valid58){
const _errs209 = errors;
if(typeof data74 === "string"){
if(!pattern38.test(data74)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid6 = _errs209 === errors;
valid58 = valid58 || _valid6;
if(!valid58){
const _errs211 = errors;
if(Array.isArray(data74)){
const len16 = data74.length;
for(let i16=0; i16<len16; i16++){
let data75 = data74[i16];
const _errs214 = errors;
let valid61 = false;
const _errs215 = errors;
if(!((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75)))){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port/" + i16,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data75 == "number"){
if(data75 > 65535 || isNaN(data75)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port/" + i16,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data75 < 1 || isNaN(data75)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port/" + i16,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid7 = _errs215 === errors;
valid61 = valid61 || _valid7;
if(!valid61){
const _errs217 = errors;
if(typeof data75 === "string"){
if(!pattern38.test(data75)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port/" + i16,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9:_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port/" + i16,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf/1/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid7 = _errs217 === errors;
valid61 = valid61 || _valid7;
}
if(!valid61){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port/" + i16,schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/items/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs214;
if(vErrors !== null){
if(_errs214){
vErrors.length = _errs214;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf/2/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid6 = _errs211 === errors;
valid58 = valid58 || _valid6;
}
}
if(!valid58){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/port",schemaPath:"#/properties/firewall/properties/allow/items/properties/port/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs206;
if(vErrors !== null){
if(_errs206){
vErrors.length = _errs206;
}
else {
vErrors = null;
}
}
}
}
if(data71.from !== undefined){
let data76 = data71.from;
const _errs220 = errors;
let valid62 = false;
const _errs221 = errors;
if(typeof data76 === "string"){
if(!pattern40.test(data76)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid8 = _errs221 === errors;
valid62 = valid62 || _valid8;
if(!valid62){
const _errs223 = errors;
if(Array.isArray(data76)){
const len17 = data76.length;
for(let i17=0; i17<len17; i17++){
let data77 = data76[i17];
if(typeof data77 === "string"){
if(!pattern40.test(data77)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/from/" + i17,schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/from/" + i17,schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid8 = _errs223 === errors;
valid62 = valid62 || _valid8;
}
if(!valid62){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/from",schemaPath:"#/properties/firewall/properties/allow/items/properties/from/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs220;
if(vErrors !== null){
if(_errs220){
vErrors.length = _errs220;
}
else {
vErrors = null;
}
}
}
}
if(data71.to !== undefined){
let data78 = data71.to;
const _errs228 = errors;
let valid65 = false;
const _errs229 = errors;
if(typeof data78 === "string"){
if(!pattern42.test(data78)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(any|self|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid9 = _errs229 === errors;
valid65 = valid65 || _valid9;
if(!valid65){
const _errs231 = errors;
if(Array.isArray(data78)){
const len18 = data78.length;
for(let i18=0; i18<len18; i18++){
let data79 = data78[i18];
if(typeof data79 === "string"){
if(!pattern42.test(data79)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/to/" + i18,schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^(any|self|[0-9A-Fa-f:.]+(/[0-9]{1,3})?)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/to/" + i18,schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid9 = _errs231 === errors;
valid65 = valid65 || _valid9;
}
if(!valid65){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/to",schemaPath:"#/properties/firewall/properties/allow/items/properties/to/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs228;
if(vErrors !== null){
if(_errs228){
vErrors.length = _errs228;
}
else {
vErrors = null;
}
}
}
}
if(data71.on !== undefined){
let data80 = data71.on;
if(typeof data80 === "string"){
if(!pattern44.test(data80)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/on",schemaPath:"#/properties/firewall/properties/allow/items/properties/on/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]{0,14}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/on",schemaPath:"#/properties/firewall/properties/allow/items/properties/on/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data71.tunnel !== undefined){
let data81 = data71.tunnel;
if(typeof data81 === "string"){
if(!pattern45.test(data81)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/tunnel",schemaPath:"#/properties/firewall/properties/allow/items/properties/tunnel/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/tunnel",schemaPath:"#/properties/firewall/properties/allow/items/properties/tunnel/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data71.log !== undefined){
if(typeof data71.log !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14+"/log",schemaPath:"#/properties/firewall/properties/allow/items/properties/log/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow/" + i14,schemaPath:"#/properties/firewall/properties/allow/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/allow",schemaPath:"#/properties/firewall/properties/allow/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data66.rules !== undefined){
let data83 = data66.rules;
if(Array.isArray(data83)){
const len19 = data83.length;
for(let i19=0; i19<len19; i19++){
let data84 = data83[i19];
if(typeof data84 === "string"){
if(!pattern16.test(data84)){
(vErrors ??= []).push({instancePath:instancePath+"/firewall/rules/" + i19,schemaPath:"#/properties/firewall/properties/rules/items/pattern",keyword:"pattern",params:{pattern: "^([^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\\\\])?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/firewall/rules/" + i19,schemaPath:"#/properties/firewall/properties/rules/items/type",keyword:"type",params:{type: "string"}});
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
let data85 = data.forwarding;
if(typeof data85 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/forwarding",schemaPath:"#/properties/forwarding/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data85 === "ipsec") || (data85 === "all")) || (data85 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/forwarding",schemaPath:"#/properties/forwarding/enum",keyword:"enum",params:{allowedValues: schema11.properties.forwarding.enum}});
errors++;
}
}
if(data.tunnels !== undefined){
let data86 = data.tunnels;
if(Array.isArray(data86)){
const len20 = data86.length;
for(let i20=0; i20<len20; i20++){
let data87 = data86[i20];
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(data87.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20,schemaPath:"#/properties/tunnels/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data87.peer === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20,schemaPath:"#/properties/tunnels/items/required",keyword:"required",params:{missingProperty: "peer"}});
errors++;
}
for(const key20 in data87){
if(!(func2.call(schema11.properties.tunnels.items.properties, key20))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20,schemaPath:"#/properties/tunnels/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}});
errors++;
}
}
if(data87.name !== undefined){
let data88 = data87.name;
if(typeof data88 === "string"){
if(!pattern0.test(data88)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/name",schemaPath:"#/properties/tunnels/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/name",schemaPath:"#/properties/tunnels/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data87.ike !== undefined){
let data89 = data87.ike;
if(!((data89 === 1) || (data89 === 2))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/ike",schemaPath:"#/properties/tunnels/items/properties/ike/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.ike.enum}});
errors++;
}
}
if(data87.peer !== undefined){
let data90 = data87.peer;
if(typeof data90 === "string"){
if(!pattern48.test(data90)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peer",schemaPath:"#/properties/tunnels/items/properties/peer/pattern",keyword:"pattern",params:{pattern: "^(any|[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}(/[0-9]{1,3})?)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peer",schemaPath:"#/properties/tunnels/items/properties/peer/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data87.local !== undefined){
let data91 = data87.local;
const _errs258 = errors;
let valid73 = false;
const _errs259 = errors;
if(typeof data91 === "string"){
if(!pattern35.test(data91)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid10 = _errs259 === errors;
valid73 = valid73 || _valid10;
if(!valid73){
const _errs261 = errors;
if(Array.isArray(data91)){
const len21 = data91.length;
for(let i21=0; i21<len21; i21++){
let data92 = data91[i21];
if(typeof data92 === "string"){
if(!pattern35.test(data92)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/local/" + i21,schemaPath:"#/properties/tunnels/items/properties/local/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/local/" + i21,schemaPath:"#/properties/tunnels/items/properties/local/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid10 = _errs261 === errors;
valid73 = valid73 || _valid10;
}
if(!valid73){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/local",schemaPath:"#/properties/tunnels/items/properties/local/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs258;
if(vErrors !== null){
if(_errs258){
vErrors.length = _errs258;
}
else {
vErrors = null;
}
}
}
}
if(data87.remote !== undefined){
let data93 = data87.remote;
const _errs266 = errors;
let valid76 = false;
const _errs267 = errors;
if(typeof data93 === "string"){
if(!pattern35.test(data93)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid11 = _errs267 === errors;
valid76 = valid76 || _valid11;
if(!valid76){
const _errs269 = errors;
if(Array.isArray(data93)){
const len22 = data93.length;
for(let i22=0; i22<len22; i22++){
let data94 = data93[i22];
if(typeof data94 === "string"){
if(!pattern35.test(data94)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remote/" + i22,schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remote/" + i22,schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/1/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid11 = _errs269 === errors;
valid76 = valid76 || _valid11;
}
if(!valid76){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remote",schemaPath:"#/properties/tunnels/items/properties/remote/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs266;
if(vErrors !== null){
if(_errs266){
vErrors.length = _errs266;
}
else {
vErrors = null;
}
}
}
}
if(data87.selectors !== undefined){
let data95 = data87.selectors;
if(Array.isArray(data95)){
if(data95.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/selectors",schemaPath:"#/properties/tunnels/items/properties/selectors/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len23 = data95.length;
for(let i23=0; i23<len23; i23++){
let data96 = data95[i23];
if(data96 && typeof data96 == "object" && !Array.isArray(data96)){
if(data96.local === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/selectors/" + i23,schemaPath:"#/properties/tunnels/items/properties/selectors/items/required",keyword:"required",params:{missingProperty: "local"}});
errors++;
}
if(data96.remote === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/selectors/" + i23,schemaPath:"#/properties/tunnels/items/properties/selectors/items/required",keyword:"required",params:{missingProperty: "remote"}});
errors++;
}
for(const key21 in data96){
if(!((key21 === "local") || (key21 === "remote"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/selectors/" + i23,schemaPath:"#/properties/tunnels/items/properties/selectors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}});
errors++;
}
}
if(data96.local !== undefined){
let data97 = data96.local;
if(typeof data97 === "string"){
if(!pattern35.test(data97)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/selectors/" + i23+"/local",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/local/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/selectors/" + i23+"/local",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/local/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data96.remote !== undefined){
let data98 = data96.remote;
if(typeof data98 === "string"){
if(!pattern35.test(data98)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/selectors/" + i23+"/remote",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/remote/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/selectors/" + i23+"/remote",schemaPath:"#/properties/tunnels/items/properties/selectors/items/properties/remote/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/selectors/" + i23,schemaPath:"#/properties/tunnels/items/properties/selectors/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/selectors",schemaPath:"#/properties/tunnels/items/properties/selectors/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data87.proto !== undefined){
let data99 = data87.proto;
const _errs283 = errors;
let valid82 = false;
const _errs284 = errors;
if(typeof data99 === "string"){
if(!pattern55.test(data99)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid12 = _errs284 === errors;
valid82 = valid82 || _valid12;
if(!valid82){
const _errs286 = errors;
if(!((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data99 == "number"){
if(data99 > 255 || isNaN(data99)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data99 < 1 || isNaN(data99)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid12 = _errs286 === errors;
valid82 = valid82 || _valid12;
}
if(!valid82){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/proto",schemaPath:"#/properties/tunnels/items/properties/proto/anyOf",keyword:"anyOf",params:{}});
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
if(data87.localPort !== undefined){
let data100 = data87.localPort;
const _errs289 = errors;
let valid83 = false;
const _errs290 = errors;
if(typeof data100 === "string"){
if(!pattern55.test(data100)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid13 = _errs290 === errors;
valid83 = valid83 || _valid13;
if(!valid83){
const _errs292 = errors;
if(!((typeof data100 == "number") && (!(data100 % 1) && !isNaN(data100)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data100 == "number"){
if(data100 > 65535 || isNaN(data100)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data100 < 1 || isNaN(data100)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid13 = _errs292 === errors;
valid83 = valid83 || _valid13;
}
if(!valid83){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/localPort",schemaPath:"#/properties/tunnels/items/properties/localPort/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs289;
if(vErrors !== null){
if(_errs289){
vErrors.length = _errs289;
}
else {
vErrors = null;
}
}
}
}
if(data87.remotePort !== undefined){
let data101 = data87.remotePort;
const _errs295 = errors;
let valid84 = false;
const _errs296 = errors;
if(typeof data101 === "string"){
if(!pattern55.test(data101)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,30}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid14 = _errs296 === errors;
valid84 = valid84 || _valid14;
if(!valid84){
const _errs298 = errors;
if(!((typeof data101 == "number") && (!(data101 % 1) && !isNaN(data101)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data101 == "number"){
if(data101 > 65535 || isNaN(data101)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}});
errors++;
}
if(data101 < 1 || isNaN(data101)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid14 = _errs298 === errors;
valid84 = valid84 || _valid14;
}
if(!valid84){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/remotePort",schemaPath:"#/properties/tunnels/items/properties/remotePort/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs295;
if(vErrors !== null){
if(_errs295){
vErrors.length = _errs295;
}
else {
vErrors = null;
}
}
}
}
if(data87.iface !== undefined){
let data102 = data87.iface;
if(typeof data102 === "string"){
if(!pattern58.test(data102)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/iface",schemaPath:"#/properties/tunnels/items/properties/iface/pattern",keyword:"pattern",params:{pattern: "^sec[0-9]{1,9}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/iface",schemaPath:"#/properties/tunnels/items/properties/iface/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data87.localAddress !== undefined){
let data103 = data87.localAddress;
if(typeof data103 === "string"){
if(func3(data103) > 45){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/localAddress",schemaPath:"#/properties/tunnels/items/properties/localAddress/maxLength",keyword:"maxLength",params:{limit: 45}});
errors++;
}
if(!pattern59.test(data103)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/localAddress",schemaPath:"#/properties/tunnels/items/properties/localAddress/pattern",keyword:"pattern",params:{pattern: "^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/localAddress",schemaPath:"#/properties/tunnels/items/properties/localAddress/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data87.mode !== undefined){
let data104 = data87.mode;
if(typeof data104 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/mode",schemaPath:"#/properties/tunnels/items/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data104 === "active") || (data104 === "passive")) || (data104 === "dynamic"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/mode",schemaPath:"#/properties/tunnels/items/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.mode.enum}});
errors++;
}
}
if(data87.exchange !== undefined){
let data105 = data87.exchange;
if(typeof data105 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/exchange",schemaPath:"#/properties/tunnels/items/properties/exchange/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data105 === "main") || (data105 === "aggressive"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/exchange",schemaPath:"#/properties/tunnels/items/properties/exchange/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.exchange.enum}});
errors++;
}
}
if(data87.protocol !== undefined){
let data106 = data87.protocol;
if(typeof data106 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/protocol",schemaPath:"#/properties/tunnels/items/properties/protocol/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data106 === "esp") || (data106 === "ah"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/protocol",schemaPath:"#/properties/tunnels/items/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.protocol.enum}});
errors++;
}
}
if(data87.encapsulation !== undefined){
let data107 = data87.encapsulation;
if(typeof data107 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/encapsulation",schemaPath:"#/properties/tunnels/items/properties/encapsulation/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data107 === "tunnel") || (data107 === "transport"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/encapsulation",schemaPath:"#/properties/tunnels/items/properties/encapsulation/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.encapsulation.enum}});
errors++;
}
}
if(data87.phase1 !== undefined){
let data108 = data87.phase1;
const _errs313 = errors;
let valid85 = false;
const _errs314 = errors;
if(data108 && typeof data108 == "object" && !Array.isArray(data108)){
for(const key22 in data108){
if(!((((((key22 === "auth") || (key22 === "enc")) || (key22 === "prf")) || (key22 === "group")) || (key22 === "lifetime")) || (key22 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}});
errors++;
}
}
if(data108.auth !== undefined){
let data109 = data108.auth;
if(typeof data109 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data109 === "hmac-md5") || (data109 === "hmac-sha1")) || (data109 === "hmac-sha2-256")) || (data109 === "hmac-sha2-384")) || (data109 === "hmac-sha2-512")) || (data109 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.auth.enum}});
errors++;
}
}
if(data108.enc !== undefined){
let data110 = data108.enc;
if(typeof data110 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data110 === "aes") || (data110 === "aes-128")) || (data110 === "aes-192")) || (data110 === "aes-256")) || (data110 === "3des")) || (data110 === "blowfish")) || (data110 === "cast128")) || (data110 === "aes-128-ctr")) || (data110 === "aes-192-ctr")) || (data110 === "aes-256-ctr")) || (data110 === "aes-128-gcm")) || (data110 === "aes-192-gcm")) || (data110 === "aes-256-gcm")) || (data110 === "aes-128-gcm-12")) || (data110 === "aes-256-gcm-12")) || (data110 === "chacha20-poly1305")) || (data110 === "aes-128-gmac")) || (data110 === "aes-192-gmac")) || (data110 === "aes-256-gmac")) || (data110 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.enc.enum}});
errors++;
}
}
if(data108.prf !== undefined){
let data111 = data108.prf;
if(typeof data111 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data111 === "hmac-md5") || (data111 === "hmac-sha1")) || (data111 === "hmac-sha2-256")) || (data111 === "hmac-sha2-384")) || (data111 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.prf.enum}});
errors++;
}
}
if(data108.group !== undefined){
let data112 = data108.group;
if(typeof data112 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data112 === "modp768") || (data112 === "modp1024")) || (data112 === "modp1536")) || (data112 === "modp2048")) || (data112 === "modp3072")) || (data112 === "modp4096")) || (data112 === "modp6144")) || (data112 === "modp8192")) || (data112 === "ecp256")) || (data112 === "ecp384")) || (data112 === "ecp521")) || (data112 === "ecp192")) || (data112 === "ecp224")) || (data112 === "brainpool224")) || (data112 === "brainpool256")) || (data112 === "brainpool384")) || (data112 === "brainpool512")) || (data112 === "curve25519")) || (data112 === "sntrup761x25519")) || (data112 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[0].properties.group.enum}});
errors++;
}
}
if(data108.lifetime !== undefined){
let data113 = data108.lifetime;
const _errs326 = errors;
let valid87 = false;
const _errs327 = errors;
if(typeof data113 === "string"){
if(!pattern60.test(data113)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid16 = _errs327 === errors;
valid87 = valid87 || _valid16;
if(!valid87){
const _errs329 = errors;
if(!((typeof data113 == "number") && (!(data113 % 1) && !isNaN(data113)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data113 == "number"){
if(data113 > 31536000 || isNaN(data113)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data113 < 60 || isNaN(data113)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid16 = _errs329 === errors;
valid87 = valid87 || _valid16;
}
if(!valid87){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs326;
if(vErrors !== null){
if(_errs326){
vErrors.length = _errs326;
}
else {
vErrors = null;
}
}
}
}
if(data108.lifetimeBytes !== undefined){
let data114 = data108.lifetimeBytes;
const _errs332 = errors;
let valid88 = false;
const _errs333 = errors;
if(typeof data114 === "string"){
if(!pattern61.test(data114)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid17 = _errs333 === errors;
valid88 = valid88 || _valid17;
if(!valid88){
const _errs335 = errors;
if(!((typeof data114 == "number") && (!(data114 % 1) && !isNaN(data114)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data114 == "number"){
if(data114 < 1 || isNaN(data114)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid17 = _errs335 === errors;
valid88 = valid88 || _valid17;
}
if(!valid88){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs332;
if(vErrors !== null){
if(_errs332){
vErrors.length = _errs332;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid15 = _errs314 === errors;
valid85 = valid85 || _valid15;
if(!valid85){
const _errs337 = errors;
if(Array.isArray(data108)){
if(data108.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len24 = data108.length;
for(let i24=0; i24<len24; i24++){
let data115 = data108[i24];
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
for(const key23 in data115){
if(!((((((key23 === "auth") || (key23 === "enc")) || (key23 === "prf")) || (key23 === "group")) || (key23 === "lifetime")) || (key23 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24,schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}});
errors++;
}
}
if(data115.auth !== undefined){
let data116 = data115.auth;
if(typeof data116 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data116 === "hmac-md5") || (data116 === "hmac-sha1")) || (data116 === "hmac-sha2-256")) || (data116 === "hmac-sha2-384")) || (data116 === "hmac-sha2-512")) || (data116 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.auth.enum}});
errors++;
}
}
if(data115.enc !== undefined){
let data117 = data115.enc;
if(typeof data117 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data117 === "aes") || (data117 === "aes-128")) || (data117 === "aes-192")) || (data117 === "aes-256")) || (data117 === "3des")) || (data117 === "blowfish")) || (data117 === "cast128")) || (data117 === "aes-128-ctr")) || (data117 === "aes-192-ctr")) || (data117 === "aes-256-ctr")) || (data117 === "aes-128-gcm")) || (data117 === "aes-192-gcm")) || (data117 === "aes-256-gcm")) || (data117 === "aes-128-gcm-12")) || (data117 === "aes-256-gcm-12")) || (data117 === "chacha20-poly1305")) || (data117 === "aes-128-gmac")) || (data117 === "aes-192-gmac")) || (data117 === "aes-256-gmac")) || (data117 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.enc.enum}});
errors++;
}
}
if(data115.prf !== undefined){
let data118 = data115.prf;
if(typeof data118 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data118 === "hmac-md5") || (data118 === "hmac-sha1")) || (data118 === "hmac-sha2-256")) || (data118 === "hmac-sha2-384")) || (data118 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.prf.enum}});
errors++;
}
}
if(data115.group !== undefined){
let data119 = data115.group;
if(typeof data119 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data119 === "modp768") || (data119 === "modp1024")) || (data119 === "modp1536")) || (data119 === "modp2048")) || (data119 === "modp3072")) || (data119 === "modp4096")) || (data119 === "modp6144")) || (data119 === "modp8192")) || (data119 === "ecp256")) || (data119 === "ecp384")) || (data119 === "ecp521")) || (data119 === "ecp192")) || (data119 === "ecp224")) || (data119 === "brainpool224")) || (data119 === "brainpool256")) || (data119 === "brainpool384")) || (data119 === "brainpool512")) || (data119 === "curve25519")) || (data119 === "sntrup761x25519")) || (data119 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/group",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[1].items.properties.group.enum}});
errors++;
}
}
if(data115.lifetime !== undefined){
let data120 = data115.lifetime;
const _errs351 = errors;
let valid92 = false;
const _errs352 = errors;
if(typeof data120 === "string"){
if(!pattern60.test(data120)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid18 = _errs352 === errors;
valid92 = valid92 || _valid18;
if(!valid92){
const _errs354 = errors;
if(!((typeof data120 == "number") && (!(data120 % 1) && !isNaN(data120)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data120 == "number"){
if(data120 > 31536000 || isNaN(data120)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data120 < 60 || isNaN(data120)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid18 = _errs354 === errors;
valid92 = valid92 || _valid18;
}
if(!valid92){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs351;
if(vErrors !== null){
if(_errs351){
vErrors.length = _errs351;
}
else {
vErrors = null;
}
}
}
}
if(data115.lifetimeBytes !== undefined){
let data121 = data115.lifetimeBytes;
const _errs357 = errors;
let valid93 = false;
const _errs358 = errors;
if(typeof data121 === "string"){
if(!pattern61.test(data121)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid19 = _errs358 === errors;
valid93 = valid93 || _valid19;
if(!valid93){
const _errs360 = errors;
if(!((typeof data121 == "number") && (!(data121 % 1) && !isNaN(data121)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data121 == "number"){
if(data121 < 1 || isNaN(data121)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid19 = _errs360 === errors;
valid93 = valid93 || _valid19;
}
if(!valid93){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs357;
if(vErrors !== null){
if(_errs357){
vErrors.length = _errs357;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1/" + i24,schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid15 = _errs337 === errors;
valid85 = valid85 || _valid15;
if(!valid85){
const _errs362 = errors;
if(typeof data108 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/2/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data108 === "default")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf/2/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase1.anyOf[2].enum}});
errors++;
}
var _valid15 = _errs362 === errors;
valid85 = valid85 || _valid15;
}
}
if(!valid85){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase1",schemaPath:"#/properties/tunnels/items/properties/phase1/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs313;
if(vErrors !== null){
if(_errs313){
vErrors.length = _errs313;
}
else {
vErrors = null;
}
}
}
}
if(data87.phase2 !== undefined){
let data122 = data87.phase2;
const _errs365 = errors;
let valid94 = false;
const _errs366 = errors;
if(data122 && typeof data122 == "object" && !Array.isArray(data122)){
for(const key24 in data122){
if(!((((((key24 === "auth") || (key24 === "enc")) || (key24 === "prf")) || (key24 === "group")) || (key24 === "lifetime")) || (key24 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}});
errors++;
}
}
if(data122.auth !== undefined){
let data123 = data122.auth;
if(typeof data123 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data123 === "hmac-md5") || (data123 === "hmac-sha1")) || (data123 === "hmac-sha2-256")) || (data123 === "hmac-sha2-384")) || (data123 === "hmac-sha2-512")) || (data123 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.auth.enum}});
errors++;
}
}
if(data122.enc !== undefined){
let data124 = data122.enc;
if(typeof data124 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data124 === "aes") || (data124 === "aes-128")) || (data124 === "aes-192")) || (data124 === "aes-256")) || (data124 === "3des")) || (data124 === "blowfish")) || (data124 === "cast128")) || (data124 === "aes-128-ctr")) || (data124 === "aes-192-ctr")) || (data124 === "aes-256-ctr")) || (data124 === "aes-128-gcm")) || (data124 === "aes-192-gcm")) || (data124 === "aes-256-gcm")) || (data124 === "aes-128-gcm-12")) || (data124 === "aes-256-gcm-12")) || (data124 === "chacha20-poly1305")) || (data124 === "aes-128-gmac")) || (data124 === "aes-192-gmac")) || (data124 === "aes-256-gmac")) || (data124 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.enc.enum}});
errors++;
}
}
if(data122.prf !== undefined){
let data125 = data122.prf;
if(typeof data125 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data125 === "hmac-md5") || (data125 === "hmac-sha1")) || (data125 === "hmac-sha2-256")) || (data125 === "hmac-sha2-384")) || (data125 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.prf.enum}});
errors++;
}
}
if(data122.group !== undefined){
let data126 = data122.group;
if(typeof data126 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data126 === "modp768") || (data126 === "modp1024")) || (data126 === "modp1536")) || (data126 === "modp2048")) || (data126 === "modp3072")) || (data126 === "modp4096")) || (data126 === "modp6144")) || (data126 === "modp8192")) || (data126 === "ecp256")) || (data126 === "ecp384")) || (data126 === "ecp521")) || (data126 === "ecp192")) || (data126 === "ecp224")) || (data126 === "brainpool224")) || (data126 === "brainpool256")) || (data126 === "brainpool384")) || (data126 === "brainpool512")) || (data126 === "curve25519")) || (data126 === "sntrup761x25519")) || (data126 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[0].properties.group.enum}});
errors++;
}
}
if(data122.lifetime !== undefined){
let data127 = data122.lifetime;
const _errs378 = errors;
let valid96 = false;
const _errs379 = errors;
if(typeof data127 === "string"){
if(!pattern60.test(data127)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid21 = _errs379 === errors;
valid96 = valid96 || _valid21;
if(!valid96){
const _errs381 = errors;
if(!((typeof data127 == "number") && (!(data127 % 1) && !isNaN(data127)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data127 == "number"){
if(data127 > 31536000 || isNaN(data127)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data127 < 60 || isNaN(data127)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid21 = _errs381 === errors;
valid96 = valid96 || _valid21;
}
if(!valid96){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs378;
if(vErrors !== null){
if(_errs378){
vErrors.length = _errs378;
}
else {
vErrors = null;
}
}
}
}
if(data122.lifetimeBytes !== undefined){
let data128 = data122.lifetimeBytes;
const _errs384 = errors;
let valid97 = false;
const _errs385 = errors;
if(typeof data128 === "string"){
if(!pattern61.test(data128)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid22 = _errs385 === errors;
valid97 = valid97 || _valid22;
if(!valid97){
const _errs387 = errors;
if(!((typeof data128 == "number") && (!(data128 % 1) && !isNaN(data128)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data128 == "number"){
if(data128 < 1 || isNaN(data128)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid22 = _errs387 === errors;
valid97 = valid97 || _valid22;
}
if(!valid97){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs384;
if(vErrors !== null){
if(_errs384){
vErrors.length = _errs384;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid20 = _errs366 === errors;
valid94 = valid94 || _valid20;
if(!valid94){
const _errs389 = errors;
if(Array.isArray(data122)){
if(data122.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len25 = data122.length;
for(let i25=0; i25<len25; i25++){
let data129 = data122[i25];
if(data129 && typeof data129 == "object" && !Array.isArray(data129)){
for(const key25 in data129){
if(!((((((key25 === "auth") || (key25 === "enc")) || (key25 === "prf")) || (key25 === "group")) || (key25 === "lifetime")) || (key25 === "lifetimeBytes"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25,schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25}});
errors++;
}
}
if(data129.auth !== undefined){
let data130 = data129.auth;
if(typeof data130 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/auth/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((data130 === "hmac-md5") || (data130 === "hmac-sha1")) || (data130 === "hmac-sha2-256")) || (data130 === "hmac-sha2-384")) || (data130 === "hmac-sha2-512")) || (data130 === "hmac-ripemd160"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/auth",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/auth/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.auth.enum}});
errors++;
}
}
if(data129.enc !== undefined){
let data131 = data129.enc;
if(typeof data131 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/enc/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data131 === "aes") || (data131 === "aes-128")) || (data131 === "aes-192")) || (data131 === "aes-256")) || (data131 === "3des")) || (data131 === "blowfish")) || (data131 === "cast128")) || (data131 === "aes-128-ctr")) || (data131 === "aes-192-ctr")) || (data131 === "aes-256-ctr")) || (data131 === "aes-128-gcm")) || (data131 === "aes-192-gcm")) || (data131 === "aes-256-gcm")) || (data131 === "aes-128-gcm-12")) || (data131 === "aes-256-gcm-12")) || (data131 === "chacha20-poly1305")) || (data131 === "aes-128-gmac")) || (data131 === "aes-192-gmac")) || (data131 === "aes-256-gmac")) || (data131 === "null"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/enc",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/enc/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.enc.enum}});
errors++;
}
}
if(data129.prf !== undefined){
let data132 = data129.prf;
if(typeof data132 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/prf/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data132 === "hmac-md5") || (data132 === "hmac-sha1")) || (data132 === "hmac-sha2-256")) || (data132 === "hmac-sha2-384")) || (data132 === "hmac-sha2-512"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/prf",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/prf/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.prf.enum}});
errors++;
}
}
if(data129.group !== undefined){
let data133 = data129.group;
if(typeof data133 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((((((((((((((((((data133 === "modp768") || (data133 === "modp1024")) || (data133 === "modp1536")) || (data133 === "modp2048")) || (data133 === "modp3072")) || (data133 === "modp4096")) || (data133 === "modp6144")) || (data133 === "modp8192")) || (data133 === "ecp256")) || (data133 === "ecp384")) || (data133 === "ecp521")) || (data133 === "ecp192")) || (data133 === "ecp224")) || (data133 === "brainpool224")) || (data133 === "brainpool256")) || (data133 === "brainpool384")) || (data133 === "brainpool512")) || (data133 === "curve25519")) || (data133 === "sntrup761x25519")) || (data133 === "none"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/group",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/group/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[1].items.properties.group.enum}});
errors++;
}
}
if(data129.lifetime !== undefined){
let data134 = data129.lifetime;
const _errs403 = errors;
let valid101 = false;
const _errs404 = errors;
if(typeof data134 === "string"){
if(!pattern60.test(data134)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhd]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid23 = _errs404 === errors;
valid101 = valid101 || _valid23;
if(!valid101){
const _errs406 = errors;
if(!((typeof data134 == "number") && (!(data134 % 1) && !isNaN(data134)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data134 == "number"){
if(data134 > 31536000 || isNaN(data134)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000}});
errors++;
}
if(data134 < 60 || isNaN(data134)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}});
errors++;
}
}
var _valid23 = _errs406 === errors;
valid101 = valid101 || _valid23;
}
if(!valid101){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetime",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetime/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs403;
if(vErrors !== null){
if(_errs403){
vErrors.length = _errs403;
}
else {
vErrors = null;
}
}
}
}
if(data129.lifetimeBytes !== undefined){
let data135 = data129.lifetimeBytes;
const _errs409 = errors;
let valid102 = false;
const _errs410 = errors;
if(typeof data135 === "string"){
if(!pattern61.test(data135)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,11}[KMG]?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid24 = _errs410 === errors;
valid102 = valid102 || _valid24;
if(!valid102){
const _errs412 = errors;
if(!((typeof data135 == "number") && (!(data135 % 1) && !isNaN(data135)))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/1/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data135 == "number"){
if(data135 < 1 || isNaN(data135)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid24 = _errs412 === errors;
valid102 = valid102 || _valid24;
}
if(!valid102){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25+"/lifetimeBytes",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/properties/lifetimeBytes/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs409;
if(vErrors !== null){
if(_errs409){
vErrors.length = _errs409;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2/" + i25,schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/1/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid20 = _errs389 === errors;
valid94 = valid94 || _valid20;
if(!valid94){
const _errs414 = errors;
if(typeof data122 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/2/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(data122 === "default")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf/2/enum",keyword:"enum",params:{allowedValues: schema11.properties.tunnels.items.properties.phase2.anyOf[2].enum}});
errors++;
}
var _valid20 = _errs414 === errors;
valid94 = valid94 || _valid20;
}
}
if(!valid94){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/phase2",schemaPath:"#/properties/tunnels/items/properties/phase2/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs365;
if(vErrors !== null){
if(_errs365){
vErrors.length = _errs365;
}
else {
vErrors = null;
}
}
}
}
if(data87.ipcomp !== undefined){
if(typeof data87.ipcomp !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/ipcomp",schemaPath:"#/properties/tunnels/items/properties/ipcomp/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data87.psk !== undefined){
let data137 = data87.psk;
const _errs419 = errors;
let valid103 = false;
const _errs420 = errors;
if(data137 && typeof data137 == "object" && !Array.isArray(data137)){
if(data137.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key26 in data137){
if(!(key26 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26}});
errors++;
}
}
if(data137.file !== undefined){
let data138 = data137.file;
if(typeof data138 === "string"){
if(func3(data138) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk/file",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data138)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk/file",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk/file",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid25 = _errs420 === errors;
valid103 = valid103 || _valid25;
if(!valid103){
const _errs425 = errors;
if(data137 && typeof data137 == "object" && !Array.isArray(data137)){
if(data137.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key27 in data137){
if(!(key27 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27}});
errors++;
}
}
if(data137.env !== undefined){
let data139 = data137.env;
if(typeof data139 === "string"){
if(!pattern25.test(data139)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk/env",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk/env",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid25 = _errs425 === errors;
valid103 = valid103 || _valid25;
if(!valid103){
const _errs430 = errors;
if(data137 && typeof data137 == "object" && !Array.isArray(data137)){
if(data137.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key28 in data137){
if(!(key28 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28}});
errors++;
}
}
if(data137.command !== undefined){
let data140 = data137.command;
if(Array.isArray(data140)){
if(data140.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk/command",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len26 = data140.length;
for(let i26=0; i26<len26; i26++){
let data141 = data140[i26];
if(typeof data141 === "string"){
if(!pattern5.test(data141)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk/command/" + i26,schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk/command/" + i26,schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk/command",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid25 = _errs430 === errors;
valid103 = valid103 || _valid25;
}
}
if(!valid103){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/psk",schemaPath:"#/properties/tunnels/items/properties/psk/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs419;
if(vErrors !== null){
if(_errs419){
vErrors.length = _errs419;
}
else {
vErrors = null;
}
}
}
}
if(data87.peerKey !== undefined){
let data142 = data87.peerKey;
const _errs438 = errors;
let valid109 = false;
const _errs439 = errors;
if(data142 && typeof data142 == "object" && !Array.isArray(data142)){
if(data142.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key29 in data142){
if(!(key29 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29}});
errors++;
}
}
if(data142.file !== undefined){
let data143 = data142.file;
if(typeof data143 === "string"){
if(func3(data143) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey/file",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data143)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey/file",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey/file",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid26 = _errs439 === errors;
valid109 = valid109 || _valid26;
if(!valid109){
const _errs444 = errors;
if(data142 && typeof data142 == "object" && !Array.isArray(data142)){
if(data142.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key30 in data142){
if(!(key30 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30}});
errors++;
}
}
if(data142.env !== undefined){
let data144 = data142.env;
if(typeof data144 === "string"){
if(!pattern25.test(data144)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey/env",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey/env",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid26 = _errs444 === errors;
valid109 = valid109 || _valid26;
if(!valid109){
const _errs449 = errors;
if(data142 && typeof data142 == "object" && !Array.isArray(data142)){
if(data142.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key31 in data142){
if(!(key31 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31}});
errors++;
}
}
if(data142.command !== undefined){
let data145 = data142.command;
if(Array.isArray(data145)){
if(data145.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey/command",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len27 = data145.length;
for(let i27=0; i27<len27; i27++){
let data146 = data145[i27];
if(typeof data146 === "string"){
if(!pattern5.test(data146)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey/command/" + i27,schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey/command/" + i27,schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey/command",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid26 = _errs449 === errors;
valid109 = valid109 || _valid26;
}
}
if(!valid109){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/peerKey",schemaPath:"#/properties/tunnels/items/properties/peerKey/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs438;
if(vErrors !== null){
if(_errs438){
vErrors.length = _errs438;
}
else {
vErrors = null;
}
}
}
}
if(data87.certificate !== undefined){
let data147 = data87.certificate;
if(data147 && typeof data147 == "object" && !Array.isArray(data147)){
if(data147.ca === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/required",keyword:"required",params:{missingProperty: "ca"}});
errors++;
}
if(data147.cert === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/required",keyword:"required",params:{missingProperty: "cert"}});
errors++;
}
if(data147.key === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/required",keyword:"required",params:{missingProperty: "key"}});
errors++;
}
for(const key32 in data147){
if(!(((key32 === "ca") || (key32 === "cert")) || (key32 === "key"))){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32}});
errors++;
}
}
if(data147.ca !== undefined){
let data148 = data147.ca;
const _errs460 = errors;
let valid116 = false;
const _errs461 = errors;
if(data148 && typeof data148 == "object" && !Array.isArray(data148)){
if(data148.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key33 in data148){
if(!(key33 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33}});
errors++;
}
}
if(data148.file !== undefined){
let data149 = data148.file;
if(typeof data149 === "string"){
if(func3(data149) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data149)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid27 = _errs461 === errors;
valid116 = valid116 || _valid27;
if(!valid116){
const _errs466 = errors;
if(data148 && typeof data148 == "object" && !Array.isArray(data148)){
if(data148.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key34 in data148){
if(!(key34 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34}});
errors++;
}
}
if(data148.env !== undefined){
let data150 = data148.env;
if(typeof data150 === "string"){
if(!pattern25.test(data150)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid27 = _errs466 === errors;
valid116 = valid116 || _valid27;
if(!valid116){
const _errs471 = errors;
if(data148 && typeof data148 == "object" && !Array.isArray(data148)){
if(data148.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key35 in data148){
if(!(key35 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35}});
errors++;
}
}
if(data148.command !== undefined){
let data151 = data148.command;
if(Array.isArray(data151)){
if(data151.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len28 = data151.length;
for(let i28=0; i28<len28; i28++){
let data152 = data151[i28];
if(typeof data152 === "string"){
if(!pattern5.test(data152)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca/command/" + i28,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca/command/" + i28,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid27 = _errs471 === errors;
valid116 = valid116 || _valid27;
}
}
if(!valid116){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/ca",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/ca/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs460;
if(vErrors !== null){
if(_errs460){
vErrors.length = _errs460;
}
else {
vErrors = null;
}
}
}
}
if(data147.cert !== undefined){
let data153 = data147.cert;
const _errs479 = errors;
let valid122 = false;
const _errs480 = errors;
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
if(data153.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key36 in data153){
if(!(key36 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36}});
errors++;
}
}
if(data153.file !== undefined){
let data154 = data153.file;
if(typeof data154 === "string"){
if(func3(data154) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data154)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid28 = _errs480 === errors;
valid122 = valid122 || _valid28;
if(!valid122){
const _errs485 = errors;
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
if(data153.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key37 in data153){
if(!(key37 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37}});
errors++;
}
}
if(data153.env !== undefined){
let data155 = data153.env;
if(typeof data155 === "string"){
if(!pattern25.test(data155)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid28 = _errs485 === errors;
valid122 = valid122 || _valid28;
if(!valid122){
const _errs490 = errors;
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
if(data153.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key38 in data153){
if(!(key38 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38}});
errors++;
}
}
if(data153.command !== undefined){
let data156 = data153.command;
if(Array.isArray(data156)){
if(data156.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len29 = data156.length;
for(let i29=0; i29<len29; i29++){
let data157 = data156[i29];
if(typeof data157 === "string"){
if(!pattern5.test(data157)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert/command/" + i29,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert/command/" + i29,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid28 = _errs490 === errors;
valid122 = valid122 || _valid28;
}
}
if(!valid122){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/cert",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/cert/anyOf",keyword:"anyOf",params:{}});
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
if(data147.key !== undefined){
let data158 = data147.key;
const _errs498 = errors;
let valid128 = false;
const _errs499 = errors;
if(data158 && typeof data158 == "object" && !Array.isArray(data158)){
if(data158.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key39 in data158){
if(!(key39 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39}});
errors++;
}
}
if(data158.file !== undefined){
let data159 = data158.file;
if(typeof data159 === "string"){
if(func3(data159) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data159)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key/file",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid29 = _errs499 === errors;
valid128 = valid128 || _valid29;
if(!valid128){
const _errs504 = errors;
if(data158 && typeof data158 == "object" && !Array.isArray(data158)){
if(data158.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key40 in data158){
if(!(key40 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40}});
errors++;
}
}
if(data158.env !== undefined){
let data160 = data158.env;
if(typeof data160 === "string"){
if(!pattern25.test(data160)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key/env",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid29 = _errs504 === errors;
valid128 = valid128 || _valid29;
if(!valid128){
const _errs509 = errors;
if(data158 && typeof data158 == "object" && !Array.isArray(data158)){
if(data158.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key41 in data158){
if(!(key41 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41}});
errors++;
}
}
if(data158.command !== undefined){
let data161 = data158.command;
if(Array.isArray(data161)){
if(data161.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len30 = data161.length;
for(let i30=0; i30<len30; i30++){
let data162 = data161[i30];
if(typeof data162 === "string"){
if(!pattern5.test(data162)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key/command/" + i30,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key/command/" + i30,schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key/command",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid29 = _errs509 === errors;
valid128 = valid128 || _valid29;
}
}
if(!valid128){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate/key",schemaPath:"#/properties/tunnels/items/properties/certificate/properties/key/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs498;
if(vErrors !== null){
if(_errs498){
vErrors.length = _errs498;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/certificate",schemaPath:"#/properties/tunnels/items/properties/certificate/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data87.srcid !== undefined){
let data163 = data87.srcid;
if(typeof data163 === "string"){
if(func3(data163) > 255){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/maxLength",keyword:"maxLength",params:{limit: 255}});
errors++;
}
if(func3(data163) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern45.test(data163)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/srcid",schemaPath:"#/properties/tunnels/items/properties/srcid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data87.dstid !== undefined){
let data164 = data87.dstid;
if(typeof data164 === "string"){
if(func3(data164) > 255){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/maxLength",keyword:"maxLength",params:{limit: 255}});
errors++;
}
if(func3(data164) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern45.test(data164)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/dstid",schemaPath:"#/properties/tunnels/items/properties/dstid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data87.tag !== undefined){
let data165 = data87.tag;
if(typeof data165 === "string"){
if(!pattern85.test(data165)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/tag",schemaPath:"#/properties/tunnels/items/properties/tag/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/tag",schemaPath:"#/properties/tunnels/items/properties/tag/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data87.nat !== undefined){
let data166 = data87.nat;
if(typeof data166 === "string"){
if(!pattern35.test(data166)){
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/nat",schemaPath:"#/properties/tunnels/items/properties/nat/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20+"/nat",schemaPath:"#/properties/tunnels/items/properties/nat/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/tunnels/" + i20,schemaPath:"#/properties/tunnels/items/type",keyword:"type",params:{type: "object"}});
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
let data167 = data.clients;
if(Array.isArray(data167)){
const len31 = data167.length;
for(let i31=0; i31<len31; i31++){
let data168 = data167[i31];
if(data168 && typeof data168 == "object" && !Array.isArray(data168)){
if(data168.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31,schemaPath:"#/properties/clients/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data168.pool === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31,schemaPath:"#/properties/clients/items/required",keyword:"required",params:{missingProperty: "pool"}});
errors++;
}
for(const key42 in data168){
if(!(func2.call(schema11.properties.clients.items.properties, key42))){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31,schemaPath:"#/properties/clients/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42}});
errors++;
}
}
if(data168.name !== undefined){
let data169 = data168.name;
if(typeof data169 === "string"){
if(!pattern0.test(data169)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/name",schemaPath:"#/properties/clients/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/name",schemaPath:"#/properties/clients/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data168.pool !== undefined){
let data170 = data168.pool;
if(typeof data170 === "string"){
if(!pattern13.test(data170)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/pool",schemaPath:"#/properties/clients/items/properties/pool/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+/[0-9]{1,3}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/pool",schemaPath:"#/properties/clients/items/properties/pool/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data168.networks !== undefined){
let data171 = data168.networks;
if(Array.isArray(data171)){
const len32 = data171.length;
for(let i32=0; i32<len32; i32++){
let data172 = data171[i32];
if(typeof data172 === "string"){
if(!pattern35.test(data172)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/networks/" + i32,schemaPath:"#/properties/clients/items/properties/networks/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/networks/" + i32,schemaPath:"#/properties/clients/items/properties/networks/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/networks",schemaPath:"#/properties/clients/items/properties/networks/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data168.nameservers !== undefined){
let data173 = data168.nameservers;
if(Array.isArray(data173)){
const len33 = data173.length;
for(let i33=0; i33<len33; i33++){
let data174 = data173[i33];
if(typeof data174 === "string"){
if(!pattern19.test(data174)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/nameservers/" + i33,schemaPath:"#/properties/clients/items/properties/nameservers/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f:.]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/nameservers/" + i33,schemaPath:"#/properties/clients/items/properties/nameservers/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/nameservers",schemaPath:"#/properties/clients/items/properties/nameservers/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data168.srcid !== undefined){
let data175 = data168.srcid;
if(typeof data175 === "string"){
if(func3(data175) > 255){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/maxLength",keyword:"maxLength",params:{limit: 255}});
errors++;
}
if(func3(data175) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern45.test(data175)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/srcid",schemaPath:"#/properties/clients/items/properties/srcid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data168.localAddress !== undefined){
let data176 = data168.localAddress;
if(typeof data176 === "string"){
if(func3(data176) > 45){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/localAddress",schemaPath:"#/properties/clients/items/properties/localAddress/maxLength",keyword:"maxLength",params:{limit: 45}});
errors++;
}
if(!pattern59.test(data176)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/localAddress",schemaPath:"#/properties/clients/items/properties/localAddress/pattern",keyword:"pattern",params:{pattern: "^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/localAddress",schemaPath:"#/properties/clients/items/properties/localAddress/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data168.certificate !== undefined){
let data177 = data168.certificate;
if(data177 && typeof data177 == "object" && !Array.isArray(data177)){
if(data177.ca === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/required",keyword:"required",params:{missingProperty: "ca"}});
errors++;
}
if(data177.cert === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/required",keyword:"required",params:{missingProperty: "cert"}});
errors++;
}
if(data177.key === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/required",keyword:"required",params:{missingProperty: "key"}});
errors++;
}
for(const key43 in data177){
if(!(((key43 === "ca") || (key43 === "cert")) || (key43 === "key"))){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43}});
errors++;
}
}
if(data177.ca !== undefined){
let data178 = data177.ca;
const _errs549 = errors;
let valid142 = false;
const _errs550 = errors;
if(data178 && typeof data178 == "object" && !Array.isArray(data178)){
if(data178.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key44 in data178){
if(!(key44 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44}});
errors++;
}
}
if(data178.file !== undefined){
let data179 = data178.file;
if(typeof data179 === "string"){
if(func3(data179) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data179)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid30 = _errs550 === errors;
valid142 = valid142 || _valid30;
if(!valid142){
const _errs555 = errors;
if(data178 && typeof data178 == "object" && !Array.isArray(data178)){
if(data178.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key45 in data178){
if(!(key45 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key45}});
errors++;
}
}
if(data178.env !== undefined){
let data180 = data178.env;
if(typeof data180 === "string"){
if(!pattern25.test(data180)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid30 = _errs555 === errors;
valid142 = valid142 || _valid30;
if(!valid142){
const _errs560 = errors;
if(data178 && typeof data178 == "object" && !Array.isArray(data178)){
if(data178.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key46 in data178){
if(!(key46 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key46}});
errors++;
}
}
if(data178.command !== undefined){
let data181 = data178.command;
if(Array.isArray(data181)){
if(data181.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len34 = data181.length;
for(let i34=0; i34<len34; i34++){
let data182 = data181[i34];
if(typeof data182 === "string"){
if(!pattern5.test(data182)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca/command/" + i34,schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca/command/" + i34,schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid30 = _errs560 === errors;
valid142 = valid142 || _valid30;
}
}
if(!valid142){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/ca",schemaPath:"#/properties/clients/items/properties/certificate/properties/ca/anyOf",keyword:"anyOf",params:{}});
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
if(data177.cert !== undefined){
let data183 = data177.cert;
const _errs568 = errors;
let valid148 = false;
const _errs569 = errors;
if(data183 && typeof data183 == "object" && !Array.isArray(data183)){
if(data183.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key47 in data183){
if(!(key47 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key47}});
errors++;
}
}
if(data183.file !== undefined){
let data184 = data183.file;
if(typeof data184 === "string"){
if(func3(data184) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data184)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid31 = _errs569 === errors;
valid148 = valid148 || _valid31;
if(!valid148){
const _errs574 = errors;
if(data183 && typeof data183 == "object" && !Array.isArray(data183)){
if(data183.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key48 in data183){
if(!(key48 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key48}});
errors++;
}
}
if(data183.env !== undefined){
let data185 = data183.env;
if(typeof data185 === "string"){
if(!pattern25.test(data185)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid31 = _errs574 === errors;
valid148 = valid148 || _valid31;
if(!valid148){
const _errs579 = errors;
if(data183 && typeof data183 == "object" && !Array.isArray(data183)){
if(data183.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key49 in data183){
if(!(key49 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key49}});
errors++;
}
}
if(data183.command !== undefined){
let data186 = data183.command;
if(Array.isArray(data186)){
if(data186.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len35 = data186.length;
for(let i35=0; i35<len35; i35++){
let data187 = data186[i35];
if(typeof data187 === "string"){
if(!pattern5.test(data187)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert/command/" + i35,schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert/command/" + i35,schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid31 = _errs579 === errors;
valid148 = valid148 || _valid31;
}
}
if(!valid148){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/cert",schemaPath:"#/properties/clients/items/properties/certificate/properties/cert/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs568;
if(vErrors !== null){
if(_errs568){
vErrors.length = _errs568;
}
else {
vErrors = null;
}
}
}
}
if(data177.key !== undefined){
let data188 = data177.key;
const _errs587 = errors;
let valid154 = false;
const _errs588 = errors;
if(data188 && typeof data188 == "object" && !Array.isArray(data188)){
if(data188.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key50 in data188){
if(!(key50 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key50}});
errors++;
}
}
if(data188.file !== undefined){
let data189 = data188.file;
if(typeof data189 === "string"){
if(func3(data189) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data189)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key/file",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid32 = _errs588 === errors;
valid154 = valid154 || _valid32;
if(!valid154){
const _errs593 = errors;
if(data188 && typeof data188 == "object" && !Array.isArray(data188)){
if(data188.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key51 in data188){
if(!(key51 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key51}});
errors++;
}
}
if(data188.env !== undefined){
let data190 = data188.env;
if(typeof data190 === "string"){
if(!pattern25.test(data190)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key/env",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid32 = _errs593 === errors;
valid154 = valid154 || _valid32;
if(!valid154){
const _errs598 = errors;
if(data188 && typeof data188 == "object" && !Array.isArray(data188)){
if(data188.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key52 in data188){
if(!(key52 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key52}});
errors++;
}
}
if(data188.command !== undefined){
let data191 = data188.command;
if(Array.isArray(data191)){
if(data191.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len36 = data191.length;
for(let i36=0; i36<len36; i36++){
let data192 = data191[i36];
if(typeof data192 === "string"){
if(!pattern5.test(data192)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key/command/" + i36,schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key/command/" + i36,schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key/command",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid32 = _errs598 === errors;
valid154 = valid154 || _valid32;
}
}
if(!valid154){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate/key",schemaPath:"#/properties/clients/items/properties/certificate/properties/key/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs587;
if(vErrors !== null){
if(_errs587){
vErrors.length = _errs587;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/certificate",schemaPath:"#/properties/clients/items/properties/certificate/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data168.users !== undefined){
let data193 = data168.users;
if(Array.isArray(data193)){
const len37 = data193.length;
for(let i37=0; i37<len37; i37++){
let data194 = data193[i37];
if(data194 && typeof data194 == "object" && !Array.isArray(data194)){
if(data194.name === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37,schemaPath:"#/properties/clients/items/properties/users/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data194.password === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37,schemaPath:"#/properties/clients/items/properties/users/items/required",keyword:"required",params:{missingProperty: "password"}});
errors++;
}
for(const key53 in data194){
if(!((key53 === "name") || (key53 === "password"))){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37,schemaPath:"#/properties/clients/items/properties/users/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key53}});
errors++;
}
}
if(data194.name !== undefined){
let data195 = data194.name;
if(typeof data195 === "string"){
if(!pattern102.test(data195)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/name",schemaPath:"#/properties/clients/items/properties/users/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/name",schemaPath:"#/properties/clients/items/properties/users/items/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data194.password !== undefined){
let data196 = data194.password;
const _errs613 = errors;
let valid163 = false;
const _errs614 = errors;
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key54 in data196){
if(!(key54 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key54}});
errors++;
}
}
if(data196.file !== undefined){
let data197 = data196.file;
if(typeof data197 === "string"){
if(func3(data197) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password/file",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data197)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password/file",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password/file",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid33 = _errs614 === errors;
valid163 = valid163 || _valid33;
if(!valid163){
const _errs619 = errors;
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key55 in data196){
if(!(key55 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key55}});
errors++;
}
}
if(data196.env !== undefined){
let data198 = data196.env;
if(typeof data198 === "string"){
if(!pattern25.test(data198)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password/env",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password/env",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid33 = _errs619 === errors;
valid163 = valid163 || _valid33;
if(!valid163){
const _errs624 = errors;
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key56 in data196){
if(!(key56 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key56}});
errors++;
}
}
if(data196.command !== undefined){
let data199 = data196.command;
if(Array.isArray(data199)){
if(data199.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password/command",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len38 = data199.length;
for(let i38=0; i38<len38; i38++){
let data200 = data199[i38];
if(typeof data200 === "string"){
if(!pattern5.test(data200)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password/command/" + i38,schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password/command/" + i38,schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password/command",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid33 = _errs624 === errors;
valid163 = valid163 || _valid33;
}
}
if(!valid163){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37+"/password",schemaPath:"#/properties/clients/items/properties/users/items/properties/password/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs613;
if(vErrors !== null){
if(_errs613){
vErrors.length = _errs613;
}
else {
vErrors = null;
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users/" + i37,schemaPath:"#/properties/clients/items/properties/users/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/users",schemaPath:"#/properties/clients/items/properties/users/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data168.psk !== undefined){
let data201 = data168.psk;
const _errs632 = errors;
let valid169 = false;
const _errs633 = errors;
if(data201 && typeof data201 == "object" && !Array.isArray(data201)){
if(data201.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key57 in data201){
if(!(key57 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key57}});
errors++;
}
}
if(data201.file !== undefined){
let data202 = data201.file;
if(typeof data202 === "string"){
if(func3(data202) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk/file",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data202)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk/file",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk/file",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid34 = _errs633 === errors;
valid169 = valid169 || _valid34;
if(!valid169){
const _errs638 = errors;
if(data201 && typeof data201 == "object" && !Array.isArray(data201)){
if(data201.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key58 in data201){
if(!(key58 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key58}});
errors++;
}
}
if(data201.env !== undefined){
let data203 = data201.env;
if(typeof data203 === "string"){
if(!pattern25.test(data203)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk/env",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk/env",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid34 = _errs638 === errors;
valid169 = valid169 || _valid34;
if(!valid169){
const _errs643 = errors;
if(data201 && typeof data201 == "object" && !Array.isArray(data201)){
if(data201.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key59 in data201){
if(!(key59 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key59}});
errors++;
}
}
if(data201.command !== undefined){
let data204 = data201.command;
if(Array.isArray(data204)){
if(data204.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk/command",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len39 = data204.length;
for(let i39=0; i39<len39; i39++){
let data205 = data204[i39];
if(typeof data205 === "string"){
if(!pattern5.test(data205)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk/command/" + i39,schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk/command/" + i39,schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk/command",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid34 = _errs643 === errors;
valid169 = valid169 || _valid34;
}
}
if(!valid169){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/psk",schemaPath:"#/properties/clients/items/properties/psk/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs632;
if(vErrors !== null){
if(_errs632){
vErrors.length = _errs632;
}
else {
vErrors = null;
}
}
}
}
if(data168.tag !== undefined){
let data206 = data168.tag;
if(typeof data206 === "string"){
if(!pattern85.test(data206)){
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/tag",schemaPath:"#/properties/clients/items/properties/tag/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31+"/tag",schemaPath:"#/properties/clients/items/properties/tag/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/clients/" + i31,schemaPath:"#/properties/clients/items/type",keyword:"type",params:{type: "object"}});
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
let data207 = data.packages;
if(Array.isArray(data207)){
const len40 = data207.length;
for(let i40=0; i40<len40; i40++){
let data208 = data207[i40];
if(typeof data208 === "string"){
if(!pattern110.test(data208)){
(vErrors ??= []).push({instancePath:instancePath+"/packages/" + i40,schemaPath:"#/properties/packages/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/packages/" + i40,schemaPath:"#/properties/packages/items/type",keyword:"type",params:{type: "string"}});
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
let data210 = data.sysctl;
if(data210 && typeof data210 == "object" && !Array.isArray(data210)){
for(const key60 in data210){
const _errs660 = errors;
if(typeof key60 === "string"){
if(!pattern111.test(key60)){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl",schemaPath:"#/properties/sysctl/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][A-Za-z0-9_.-]*$"},propertyName:key60});
errors++;
}
}
var valid177 = _errs660 === errors;
if(!valid177){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl",schemaPath:"#/properties/sysctl/propertyNames",keyword:"propertyNames",params:{propertyName: key60}});
errors++;
}
}
for(const key61 in data210){
let data211 = data210[key61];
if(((typeof data211 !== "string") && (!((typeof data211 == "number") && (!(data211 % 1) && !isNaN(data211))))) && (typeof data211 !== "boolean")){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl/" + key61.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctl/additionalProperties/type",keyword:"type",params:{type: schema11.properties.sysctl.additionalProperties.type}});
errors++;
}
if(typeof data211 === "string"){
if(!pattern112.test(data211)){
(vErrors ??= []).push({instancePath:instancePath+"/sysctl/" + key61.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sysctl/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\# ]+$"}});
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
let data212 = data.rcConf;
if(data212 && typeof data212 == "object" && !Array.isArray(data212)){
for(const key62 in data212){
const _errs666 = errors;
if(typeof key62 === "string"){
if(!pattern113.test(key62)){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf",schemaPath:"#/properties/rcConf/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},propertyName:key62});
errors++;
}
}
var valid179 = _errs666 === errors;
if(!valid179){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf",schemaPath:"#/properties/rcConf/propertyNames",keyword:"propertyNames",params:{propertyName: key62}});
errors++;
}
}
for(const key63 in data212){
let data213 = data212[key63];
if(((typeof data213 !== "string") && (!((typeof data213 == "number") && (!(data213 % 1) && !isNaN(data213))))) && (typeof data213 !== "boolean")){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf/" + key63.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rcConf/additionalProperties/type",keyword:"type",params:{type: schema11.properties.rcConf.additionalProperties.type}});
errors++;
}
if(typeof data213 === "string"){
if(!pattern114.test(data213)){
(vErrors ??= []).push({instancePath:instancePath+"/rcConf/" + key63.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rcConf/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff\"'`$\\\\#]*$"}});
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
let data214 = data.installurl;
if(typeof data214 === "string"){
if(!pattern115.test(data214)){
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
let data215 = data.files;
if(Array.isArray(data215)){
const len41 = data215.length;
for(let i41=0; i41<len41; i41++){
let data216 = data215[i41];
if(data216 && typeof data216 == "object" && !Array.isArray(data216)){
if(data216.path === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: "path"}});
errors++;
}
for(const key64 in data216){
if(!((((((((key64 === "path") || (key64 === "content")) || (key64 === "append")) || (key64 === "source")) || (key64 === "secret")) || (key64 === "mode")) || (key64 === "owner")) || (key64 === "group"))){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41,schemaPath:"#/properties/files/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key64}});
errors++;
}
}
if(data216.path !== undefined){
let data217 = data216.path;
if(typeof data217 === "string"){
if(func3(data217) > 200){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/path",schemaPath:"#/properties/files/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 200}});
errors++;
}
if(!pattern116.test(data217)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/path",schemaPath:"#/properties/files/items/properties/path/pattern",keyword:"pattern",params:{pattern: "^/[A-Za-z0-9_.+@/-]+$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/path",schemaPath:"#/properties/files/items/properties/path/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data216.content !== undefined){
let data218 = data216.content;
if(typeof data218 === "string"){
if(!pattern117.test(data218)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/content",schemaPath:"#/properties/files/items/properties/content/pattern",keyword:"pattern",params:{pattern: "^[^\\ud800-\\udfff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/content",schemaPath:"#/properties/files/items/properties/content/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data216.append !== undefined){
let data219 = data216.append;
const _errs682 = errors;
let valid184 = false;
const _errs683 = errors;
if(typeof data219 === "string"){
if(!pattern117.test(data219)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[^\\ud800-\\udfff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/0/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid35 = _errs683 === errors;
valid184 = valid184 || _valid35;
if(!valid184){
const _errs685 = errors;
if(data219 && typeof data219 == "object" && !Array.isArray(data219)){
if(data219.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/1/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key65 in data219){
if(!(key65 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key65}});
errors++;
}
}
if(data219.file !== undefined){
let data220 = data219.file;
if(typeof data220 === "string"){
if(func3(data220) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append/file",schemaPath:"#/properties/files/items/properties/append/anyOf/1/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data220)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append/file",schemaPath:"#/properties/files/items/properties/append/anyOf/1/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append/file",schemaPath:"#/properties/files/items/properties/append/anyOf/1/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid35 = _errs685 === errors;
valid184 = valid184 || _valid35;
if(!valid184){
const _errs690 = errors;
if(data219 && typeof data219 == "object" && !Array.isArray(data219)){
if(data219.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/2/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key66 in data219){
if(!(key66 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key66}});
errors++;
}
}
if(data219.env !== undefined){
let data221 = data219.env;
if(typeof data221 === "string"){
if(!pattern25.test(data221)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append/env",schemaPath:"#/properties/files/items/properties/append/anyOf/2/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append/env",schemaPath:"#/properties/files/items/properties/append/anyOf/2/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid35 = _errs690 === errors;
valid184 = valid184 || _valid35;
if(!valid184){
const _errs695 = errors;
if(data219 && typeof data219 == "object" && !Array.isArray(data219)){
if(data219.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/3/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key67 in data219){
if(!(key67 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key67}});
errors++;
}
}
if(data219.command !== undefined){
let data222 = data219.command;
if(Array.isArray(data222)){
if(data222.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append/command",schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len42 = data222.length;
for(let i42=0; i42<len42; i42++){
let data223 = data222[i42];
if(typeof data223 === "string"){
if(!pattern5.test(data223)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append/command/" + i42,schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append/command/" + i42,schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append/command",schemaPath:"#/properties/files/items/properties/append/anyOf/3/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf/3/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid35 = _errs695 === errors;
valid184 = valid184 || _valid35;
}
}
}
if(!valid184){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/append",schemaPath:"#/properties/files/items/properties/append/anyOf",keyword:"anyOf",params:{}});
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
if(data216.source !== undefined){
let data224 = data216.source;
if(typeof data224 === "string"){
if(func3(data224) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/source",schemaPath:"#/properties/files/items/properties/source/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data224)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/source",schemaPath:"#/properties/files/items/properties/source/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/source",schemaPath:"#/properties/files/items/properties/source/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data216.secret !== undefined){
let data225 = data216.secret;
const _errs705 = errors;
let valid190 = false;
const _errs706 = errors;
if(data225 && typeof data225 == "object" && !Array.isArray(data225)){
if(data225.file === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/required",keyword:"required",params:{missingProperty: "file"}});
errors++;
}
for(const key68 in data225){
if(!(key68 === "file")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key68}});
errors++;
}
}
if(data225.file !== undefined){
let data226 = data225.file;
if(typeof data226 === "string"){
if(func3(data226) < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret/file",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/properties/file/minLength",keyword:"minLength",params:{limit: 1}});
errors++;
}
if(!pattern5.test(data226)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret/file",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/properties/file/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret/file",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/0/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid36 = _errs706 === errors;
valid190 = valid190 || _valid36;
if(!valid190){
const _errs711 = errors;
if(data225 && typeof data225 == "object" && !Array.isArray(data225)){
if(data225.env === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key69 in data225){
if(!(key69 === "env")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key69}});
errors++;
}
}
if(data225.env !== undefined){
let data227 = data225.env;
if(typeof data227 === "string"){
if(!pattern25.test(data227)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret/env",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret/env",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/properties/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/1/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid36 = _errs711 === errors;
valid190 = valid190 || _valid36;
if(!valid190){
const _errs716 = errors;
if(data225 && typeof data225 == "object" && !Array.isArray(data225)){
if(data225.command === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/required",keyword:"required",params:{missingProperty: "command"}});
errors++;
}
for(const key70 in data225){
if(!(key70 === "command")){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key70}});
errors++;
}
}
if(data225.command !== undefined){
let data228 = data225.command;
if(Array.isArray(data228)){
if(data228.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret/command",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len43 = data228.length;
for(let i43=0; i43<len43; i43++){
let data229 = data228[i43];
if(typeof data229 === "string"){
if(!pattern5.test(data229)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret/command/" + i43,schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/items/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret/command/" + i43,schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret/command",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/properties/command/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf/2/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid36 = _errs716 === errors;
valid190 = valid190 || _valid36;
}
}
if(!valid190){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/secret",schemaPath:"#/properties/files/items/properties/secret/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs705;
if(vErrors !== null){
if(_errs705){
vErrors.length = _errs705;
}
else {
vErrors = null;
}
}
}
}
if(data216.mode !== undefined){
let data230 = data216.mode;
if(typeof data230 === "string"){
if(!pattern126.test(data230)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/mode",schemaPath:"#/properties/files/items/properties/mode/pattern",keyword:"pattern",params:{pattern: "^0?[0-7]{3}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/mode",schemaPath:"#/properties/files/items/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data216.owner !== undefined){
let data231 = data216.owner;
if(typeof data231 === "string"){
if(!pattern127.test(data231)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/owner",schemaPath:"#/properties/files/items/properties/owner/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/owner",schemaPath:"#/properties/files/items/properties/owner/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data216.group !== undefined){
let data232 = data216.group;
if(typeof data232 === "string"){
if(!pattern127.test(data232)){
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/group",schemaPath:"#/properties/files/items/properties/group/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41+"/group",schemaPath:"#/properties/files/items/properties/group/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/files/" + i41,schemaPath:"#/properties/files/items/type",keyword:"type",params:{type: "object"}});
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
let data233 = data.console;
if(data233 && typeof data233 == "object" && !Array.isArray(data233)){
for(const key71 in data233){
if(!(key71 === "speed")){
(vErrors ??= []).push({instancePath:instancePath+"/console",schemaPath:"#/properties/console/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key71}});
errors++;
}
}
if(data233.speed !== undefined){
let data234 = data233.speed;
if(!(((((data234 === 9600) || (data234 === 19200)) || (data234 === 38400)) || (data234 === 57600)) || (data234 === 115200))){
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
let data235 = data.domain;
if(data235 && typeof data235 == "object" && !Array.isArray(data235)){
for(const key72 in data235){
if(!(func2.call(schema11.properties.domain.properties, key72))){
(vErrors ??= []).push({instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key72}});
errors++;
}
}
if(data235.name !== undefined){
let data236 = data235.name;
if(typeof data236 === "string"){
if(!pattern0.test(data236)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/name",schemaPath:"#/properties/domain/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/name",schemaPath:"#/properties/domain/properties/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data235.uuid !== undefined){
let data237 = data235.uuid;
if(typeof data237 === "string"){
if(!pattern130.test(data237)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/uuid",schemaPath:"#/properties/domain/properties/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/uuid",schemaPath:"#/properties/domain/properties/uuid/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data235.memory !== undefined){
let data238 = data235.memory;
if(typeof data238 === "string"){
if(!pattern7.test(data238)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/memory",schemaPath:"#/properties/domain/properties/memory/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,6}(\\.[0-9]{1,3})?[MGT]$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/memory",schemaPath:"#/properties/domain/properties/memory/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data235.vcpus !== undefined){
let data239 = data235.vcpus;
const _errs743 = errors;
let valid198 = false;
const _errs744 = errors;
if(!((typeof data239 == "number") && (!(data239 % 1) && !isNaN(data239)))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/0/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data239 == "number"){
if(data239 > 255 || isNaN(data239)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data239 < 1 || isNaN(data239)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
var _valid37 = _errs744 === errors;
valid198 = valid198 || _valid37;
if(!valid198){
const _errs746 = errors;
if(data239 && typeof data239 == "object" && !Array.isArray(data239)){
for(const key73 in data239){
if(!((key73 === "current") || (key73 === "maximum"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key73}});
errors++;
}
}
if(data239.current !== undefined){
let data240 = data239.current;
if(!((typeof data240 == "number") && (!(data240 % 1) && !isNaN(data240)))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/current",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/current/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data240 == "number"){
if(data240 > 255 || isNaN(data240)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/current",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/current/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data240 < 1 || isNaN(data240)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/current",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/current/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data239.maximum !== undefined){
let data241 = data239.maximum;
if(!((typeof data241 == "number") && (!(data241 % 1) && !isNaN(data241)))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/maximum",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/maximum/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if(typeof data241 == "number"){
if(data241 > 255 || isNaN(data241)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus/maximum",schemaPath:"#/properties/domain/properties/vcpus/anyOf/1/properties/maximum/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}});
errors++;
}
if(data241 < 1 || isNaN(data241)){
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
var _valid37 = _errs746 === errors;
valid198 = valid198 || _valid37;
}
if(!valid198){
(vErrors ??= []).push({instancePath:instancePath+"/domain/vcpus",schemaPath:"#/properties/domain/properties/vcpus/anyOf",keyword:"anyOf",params:{}});
errors++;
}
else {
errors = _errs743;
if(vErrors !== null){
if(_errs743){
vErrors.length = _errs743;
}
else {
vErrors = null;
}
}
}
}
if(data235.cpu !== undefined){
let data242 = data235.cpu;
if(typeof data242 === "string"){
if(!pattern132.test(data242)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/cpu",schemaPath:"#/properties/domain/properties/cpu/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/cpu",schemaPath:"#/properties/domain/properties/cpu/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data235.disk !== undefined){
let data243 = data235.disk;
if(typeof data243 === "string"){
if(!pattern133.test(data243)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/disk",schemaPath:"#/properties/domain/properties/disk/pattern",keyword:"pattern",params:{pattern: "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]*$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/disk",schemaPath:"#/properties/domain/properties/disk/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data235.cache !== undefined){
let data244 = data235.cache;
if(typeof data244 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/cache",schemaPath:"#/properties/domain/properties/cache/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((data244 === "none") || (data244 === "writethrough")) || (data244 === "writeback")) || (data244 === "directsync")) || (data244 === "unsafe"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/cache",schemaPath:"#/properties/domain/properties/cache/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.cache.enum}});
errors++;
}
}
if(data235.discard !== undefined){
if(typeof data235.discard !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/discard",schemaPath:"#/properties/domain/properties/discard/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data235.interfaces !== undefined){
let data246 = data235.interfaces;
if(Array.isArray(data246)){
if(data246.length > 16){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces",schemaPath:"#/properties/domain/properties/interfaces/maxItems",keyword:"maxItems",params:{limit: 16}});
errors++;
}
if(data246.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces",schemaPath:"#/properties/domain/properties/interfaces/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len44 = data246.length;
for(let i44=0; i44<len44; i44++){
let data247 = data246[i44];
if(data247 && typeof data247 == "object" && !Array.isArray(data247)){
if(data247.bridge === undefined){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i44,schemaPath:"#/properties/domain/properties/interfaces/items/required",keyword:"required",params:{missingProperty: "bridge"}});
errors++;
}
for(const key74 in data247){
if(!((key74 === "bridge") || (key74 === "mac"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i44,schemaPath:"#/properties/domain/properties/interfaces/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key74}});
errors++;
}
}
if(data247.bridge !== undefined){
let data248 = data247.bridge;
if(typeof data248 === "string"){
if(!pattern134.test(data248)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i44+"/bridge",schemaPath:"#/properties/domain/properties/interfaces/items/properties/bridge/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i44+"/bridge",schemaPath:"#/properties/domain/properties/interfaces/items/properties/bridge/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data247.mac !== undefined){
let data249 = data247.mac;
if(typeof data249 === "string"){
if(!pattern135.test(data249)){
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i44+"/mac",schemaPath:"#/properties/domain/properties/interfaces/items/properties/mac/pattern",keyword:"pattern",params:{pattern: "^(random|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$"}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i44+"/mac",schemaPath:"#/properties/domain/properties/interfaces/items/properties/mac/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces/" + i44,schemaPath:"#/properties/domain/properties/interfaces/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/domain/interfaces",schemaPath:"#/properties/domain/properties/interfaces/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data235.hardware !== undefined){
let data250 = data235.hardware;
if(typeof data250 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/hardware",schemaPath:"#/properties/domain/properties/hardware/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data250 === "virtio") || (data250 === "legacy"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/hardware",schemaPath:"#/properties/domain/properties/hardware/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.hardware.enum}});
errors++;
}
}
if(data235.machine !== undefined){
let data251 = data235.machine;
if(typeof data251 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/machine",schemaPath:"#/properties/domain/properties/machine/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data251 === "q35") || (data251 === "pc"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/machine",schemaPath:"#/properties/domain/properties/machine/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.machine.enum}});
errors++;
}
}
if(data235.firmware !== undefined){
let data252 = data235.firmware;
if(typeof data252 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/firmware",schemaPath:"#/properties/domain/properties/firmware/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data252 === "bios") || (data252 === "uefi"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/firmware",schemaPath:"#/properties/domain/properties/firmware/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.firmware.enum}});
errors++;
}
}
if(data235.rng !== undefined){
if(typeof data235.rng !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/rng",schemaPath:"#/properties/domain/properties/rng/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data235.graphics !== undefined){
let data254 = data235.graphics;
if(typeof data254 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/graphics",schemaPath:"#/properties/domain/properties/graphics/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data254 === "none") || (data254 === "vnc")) || (data254 === "spice"))){
(vErrors ??= []).push({instancePath:instancePath+"/domain/graphics",schemaPath:"#/properties/domain/properties/graphics/enum",keyword:"enum",params:{allowedValues: schema11.properties.domain.properties.graphics.enum}});
errors++;
}
}
if(data235.autostart !== undefined){
if(typeof data235.autostart !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/domain/autostart",schemaPath:"#/properties/domain/properties/autostart/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data235.description !== undefined){
let data256 = data235.description;
if(typeof data256 === "string"){
if(func3(data256) > 200){
(vErrors ??= []).push({instancePath:instancePath+"/domain/description",schemaPath:"#/properties/domain/properties/description/maxLength",keyword:"maxLength",params:{limit: 200}});
errors++;
}
if(!pattern5.test(data256)){
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
