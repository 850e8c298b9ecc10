/** Yuan as text, the console's form of money: 12800 fen = "128.00". */
export function yuan(fen: number): string {
  const cents = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, '0')}`
}

/** Fen of a text that a schema has checked against `^\d+(\.\d{1,2})?$`. */
export function fen(text: string): number {
  const [whole = '0', cents = ''] = text.split('.')
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}
