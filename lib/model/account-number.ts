const NUMBER = /(?<!\d)(\d{4})[\s-]?(\d{4})[\s-]?(\d{4})(?!\d)/;

/** The first twelve digits in a row, with dashes or spaces as AWS shows them or without, as `1111-2222-3333`. */
export function accountNumberIn(text: string): string | undefined {
  return NUMBER.exec(text)?.slice(1).join('-');
}
