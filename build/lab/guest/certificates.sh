# shellcheck shell=dash
# shellcheck disable=SC2154 # run_case sets nodes
# A certificate authority for one case, trusted by the gateway too, and a certificate of the far end.

# far_certificate NAME SUBJECT: SUBJECT is a subjectAltName.
far_certificate() {
	local dir=$nodes/pki far=$nodes/far/etc/swanctl
	mkdir -p "$dir"
	cat >"$dir/conf" <<-'END'
		[req]
		distinguished_name = dn
		[dn]
		[authority]
		basicConstraints = critical, CA:TRUE
		keyUsage = critical, keyCertSign, cRLSign
		subjectKeyIdentifier = hash
	END
	printf 'subjectAltName = %s\nkeyUsage = digitalSignature\nextendedKeyUsage = serverAuth, clientAuth\n' "$2" >"$dir/ext"
	ec_key "$dir/ca.key"
	openssl req -config "$dir/conf" -x509 -new -key "$dir/ca.key" -days 30 -subj '/CN=laboratory' -extensions authority -out "$dir/ca.crt"
	ec_key "$dir/far.key"
	openssl req -config "$dir/conf" -new -key "$dir/far.key" -subj "/CN=${2#*:}" -out "$dir/far.csr"
	openssl x509 -req -in "$dir/far.csr" -CA "$dir/ca.crt" -CAkey "$dir/ca.key" -CAcreateserial -days 30 -extfile "$dir/ext" -out "$far/x509/$1-far.crt" 2>/dev/null
	cp "$dir/ca.crt" "$nodes/gateway/etc/iked/ca/laboratory.crt"
	# strongSwan sends the certificate with its issuer.
	cp "$dir/ca.crt" "$far/x509ca/laboratory.crt"
	cp "$dir/far.key" "$far/private/$1.pem"
}

# laptop_certificate NAME NAME: the certificate and its authority, under their names in a profile.
laptop_certificate() {
	local far=$nodes/far/etc/swanctl
	mv "$far/x509/$1-far.crt" "$far/x509/$2.crt"
	[ "$1" = "$2" ] || mv "$far/x509ca/$1-ca.crt" "$far/x509ca/$2-ca.crt"
}

ec_key() {
	(umask 077 && openssl ecparam -name prime256v1 -genkey -noout -out "$1")
}
