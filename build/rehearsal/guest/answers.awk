# Finds the answer to QUESTION in a response file (autoinstall(8)): the first line whose key is a run
# of whole words of the question. Prints "=" and the answer; writes the remaining lines to REST.

function trim(text) {
	gsub(/^[ \t]+|[ \t]+$/, "", text)
	return text
}

# A word starts at the beginning or after a blank; it ends at the end, before a blank or before "?".
function fits(key, question,    from, at, before, after) {
	for (from = 1; (at = index(substr(question, from), key)) > 0; from = at + 1) {
		at += from - 1
		before = at == 1 ? " " : substr(question, at - 1, 1)
		after = substr(question, at + length(key), 1)
		if (before ~ /^[ \t]$/ && (after == "" || after ~ /^[ \t?]$/)) return 1
	}
	return 0
}

BEGIN {
	question = tolower(ENVIRON["QUESTION"])
	printf "" >ENVIRON["REST"]
}

{
	line = trim($0)
	at = index(line, "=")
	if (line ~ /^[#=]/ || at == 0 || at == length(line)) next
	if (!found && fits(tolower(trim(substr(line, 1, at - 1))), question)) {
		found = 1
		print "=" trim(substr(line, at + 1))
		next
	}
	print line >ENVIRON["REST"]
}
