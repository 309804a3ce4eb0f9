#!/bin/sh
# Version: mfm-js 0.26.0 (npm), Misskey's own reading of notes.
#
# Guess: "**#bold** text" is a hashtag in bold letters, as it is in Markdown. At worst the stars stay, and
# "bold" is a hashtag beside them, since a hashtag ends where its word ends.
#
# Behaviour: it is plain text, neither bold nor a hashtag, and no search for the hashtag finds the note. A
# hashtag takes every sign but some punctuation, and so the closing stars. The bold text is then never closed,
# and what was tried inside it is not tried again. The same holds for "~~#struck~~". Without the opening stars
# "#bold**" is a hashtag, and with <b> it is one in bold. Whoever reads hashtags by a pattern counts too many.
#
# Seen: text text hashtag=bold** bold(hashtag=bold)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts mfm-js@0.26.0 >/dev/null
seen=$(node -e '
const mfm = require("mfm-js");
const name = ({ type, props, children = [] }) =>
  type === "hashtag" ? `hashtag=${props.hashtag}` : type === "text" ? "text" : `${type}(${children.map(name)})`;
const texts = ["**#bold** text", "~~#struck~~", "#bold**", "<b>#bold</b>"];
console.log(texts.map((text) => mfm.parse(text).map(name).join("+")).join(" "));
')
echo "$seen"
[ "$seen" = "text text hashtag=bold** bold(hashtag=bold)" ]
