/** What the keys type in the layout of most names, and in others: Russian and Hebrew. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const OTHERS = ['йцукенгшщзхъфывапролджэячсмитьбю', "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ"];

/** What the same keys type in the Latin layout, once for each other layout that the text may be of. */
export function asLatinKeys(text: string): string[] {
  const signs = [...text.toLowerCase()];
  return OTHERS.map((keys) => signs.map((sign) => LATIN[keys.indexOf(sign)] ?? sign).join(''));
}
