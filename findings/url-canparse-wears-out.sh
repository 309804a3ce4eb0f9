#!/bin/sh
# Version: Node.js 20.20.2 and 22.23.3, beside 24.21.0 (all from npm, package "node").
#
# Guess: URL.canParse(address) says the same of the same address each time, and what `new URL` can read it
# says yes to. It is there so that nobody has to catch errors.
#
# Behaviour: in 20 and 22 it says no to an address with a letter of Latin-1 above ASCII (ü, é, ñ) once it has
# been called some thousands of times and the engine has optimised the caller. `new URL` still reads the
# same address. Letters beyond Latin-1 and plain ASCII are not touched, nor is version 24. Whoever counts
# the links of an archive by it loses those of Germany, France and Spain from the middle of the file on, and
# how many depends on the version and on how busy the program is; a small test never sees it.
#
# Seen: v20.20.2 latin=broken cyrillic=true ascii=true parsed=true
#       v22.23.3 latin=broken cyrillic=true ascii=true parsed=true
#       v24.21.0 latin=true cyrillic=true ascii=true parsed=true
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund n20@npm:node@20.20.2 n22@npm:node@22.23.3 n24@npm:node@24.21.0 >/dev/null
cat >ask.cjs <<'JS'
const always = (address) => {
  let yes = true;
  for (let times = 0; times < 200_000; times += 1) yes = URL.canParse(address) && yes;
  return yes;
};
const latin = always("https://bücher.example/café") ? "true" : "broken";
const cyrillic = always("https://почта.example/");
const ascii = always("https://uni.example/");
const parsed = new URL("https://bücher.example/café").host === "xn--bcher-kva.example";
console.log(`${process.version} latin=${latin} cyrillic=${cyrillic} ascii=${ascii} parsed=${parsed}`);
JS
seen=$(for node in n20 n22 n24; do "node_modules/$node/bin/node" ask.cjs; done)
echo "$seen"
[ "$seen" = "v20.20.2 latin=broken cyrillic=true ascii=true parsed=true
v22.23.3 latin=broken cyrillic=true ascii=true parsed=true
v24.21.0 latin=true cyrillic=true ascii=true parsed=true" ]
