/** What the keys type in the layout of most names, and in others: Russian, Hebrew, Greek. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const OTHERS = [
  'йцукенгшщзхъфывапролджэячсмитьбю',
  "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ",
  ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,.",
];

/** What the same keys type in the Latin layout, once for each other layout that the text may be of. */
export function asLatinKeys(text: string): string[] {
  // Where the Russian layout has ы, the Ukrainian one has і.
  const typed = text.toLowerCase().replaceAll('і', 'ы');
  return OTHERS.map((keys) => Array.from(typed, (sign) => LATIN[keys.indexOf(sign)] ?? sign).join(''));
}
