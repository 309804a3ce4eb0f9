/** Latin letters that fold, but have no mark to take off: those of the gem i18n, as Mastodon has them. */
export const foldedLetters: Readonly<Record<string, string>> = {
  "×": "x",
  ß: "ss",
  æ: "ae",
  ð: "d",
  ø: "o",
  þ: "th",
  đ: "d",
  ħ: "h",
  ı: "i",
  ĸ: "k",
  ł: "l",
  ŋ: "ng",
  œ: "oe",
  ŧ: "t",
};
