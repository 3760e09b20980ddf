# shellcheck shell=dash
# Root, the first user, sshd(8) and the console.

# The password field of master.passwd(5): a hash unchanged, 13 asterisks for "no password".
crypted() {
	case $1 in
	'*************') printf '%s' "$1" ;;
	'$2'?'$'??'$'*) printf '%s' "$1" ;;
	*)
		# The stand-in has no bcrypt: a plain password results in a disabled login.
		printf '%s' '*************'
		;;
	esac
}

ask_accounts() {
	ask_password "Password for root account?"
	ROOT_HASH=$(crypted "$resp")
	ask "Public ssh key for root account?" none
	ROOT_KEY=$resp
	ask_yn "Start sshd(8) by default?" yes
	SSHD=$resp
	ask_yn "Change the default console to com0?" yes
	SERIAL=$resp
	if [ "$SERIAL" = y ]; then
		echo "Available speeds are: 9600 19200 38400 57600 115200."
		ask_which "Which speed should com0 use? (or 'done')" "9600 19200 38400 57600 115200" "$speed"
		SPEED=$resp
	fi
	ask "Setup a user? (enter a lower-case loginname, or 'no')" no
	USER_NAME=
	case $resp in
	n | no) ;;
	root | daemon | operator | bin | build | sshd | www | nobody | ftp | [!a-z]* | *[!-a-z0-9_]*)
		echo "$resp is not a usable loginname."
		;;
	*) USER_NAME=$resp ;;
	esac
	if [ -n "$USER_NAME" ]; then
		ask "Full name for user $USER_NAME?" "$USER_NAME"
		USER_FULL=$resp
		ask_password "Password for user $USER_NAME?"
		USER_HASH=$(crypted "$resp")
		ask "Public ssh key for user $USER_NAME" none
		USER_KEY=$resp
	else
		echo "Since no user was setup, root logins via sshd(8) might be useful."
	fi
	ROOT_LOGIN=no
	if [ "$SSHD" = y ]; then
		echo "WARNING: root is targeted by password guessing attacks, pubkeys are safer."
		ask "Allow root ssh login? (yes, no, prohibit-password)" no
		case $resp in
		y | yes) ROOT_LOGIN=yes ;;
		p | prohibit-password | without-password) ROOT_LOGIN=prohibit-password ;;
		n | no) ;;
		*) fail "'$resp' is not a valid choice." ;;
		esac
	fi
}
