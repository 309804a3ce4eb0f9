/** The package has no types of its own. Lists are named by ISO 639-3. */
declare module "stopword" {
  type Words = readonly string[];
  export const afr: Words, ara: Words, ben: Words, bre: Words, bul: Words, cat: Words;
  export const ces: Words, dan: Words, deu: Words, ell: Words, eng: Words, epo: Words;
  export const est: Words, eus: Words, fas: Words, fin: Words, fra: Words, gle: Words;
  export const glg: Words, guj: Words, hau: Words, heb: Words, hin: Words, hrv: Words;
  export const hun: Words, hye: Words, ind: Words, ita: Words, jpn: Words, kor: Words;
  export const kur: Words, lat: Words, lav: Words, lit: Words, mar: Words, msa: Words;
  export const mya: Words, nld: Words, nob: Words, pol: Words, por: Words, porBr: Words;
  export const ron: Words, rus: Words, slk: Words, slv: Words, som: Words, sot: Words;
  export const spa: Words, swa: Words, swe: Words, tgl: Words, tha: Words, tur: Words;
  export const ukr: Words, urd: Words, vie: Words, yor: Words, zho: Words, zul: Words;
}
