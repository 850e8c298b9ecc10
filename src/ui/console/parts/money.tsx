import { languageTag } from '../texts/language.ts'

/** An amount with its currency: `¥1,299.00`. Amounts come as text, so that no digit is lost; what is no number stays as it is. */
export function Money({ amount, currency = 'CNY' }: { readonly amount: string | number; readonly currency?: string }) {
  const value = Number(amount)
  if (!Number.isFinite(value)) return <span class="num">{String(amount)}</span>
  const form = new Intl.NumberFormat(languageTag.value, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return <span class="num">{form.format(value)}</span>
}
