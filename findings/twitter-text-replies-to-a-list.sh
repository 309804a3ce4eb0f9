#!/bin/sh
# Version: twitter-text 3.1.0 (npm), X's own reading of plain text.
#
# Guess: a text that begins with "@ann/readers", which names a list, is no reply to @ann, since the same
# library says that it mentions nobody: extractMentions gives []. An address elsewhere, "@dora@med.example",
# would be treated alike.
#
# Behaviour: extractReplies gives "ann" for the list, and null for the address. It looks at what follows the
# name for an @ and for accents, but not for the slash of a list. Whoever takes replies from one function and
# mentions from the other ties an author to somebody who is not named.
#
# Seen: [] ann [] null
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts twitter-text@3.1.0 >/dev/null
seen=$(node -e '
const { extractMentions, extractReplies } = require("twitter-text");
const of = (text) => [JSON.stringify(extractMentions(text)), String(extractReplies(text))];
console.log([...of("@ann/readers hello"), ...of("@dora@med.example moved")].join(" "));
')
echo "$seen"
[ "$seen" = "[] ann [] null" ]
