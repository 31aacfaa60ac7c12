import ratebook = require('ratebook')

const list = new ratebook.RateList(Buffer.from('{}'))
const price: ratebook.Price = list.price({ checkIn: '2026-12-18', checkOut: '2026-12-21' })
const codes: readonly ratebook.CodeEntry[] = ratebook.engine.codes({ family: 'rates' })
const refused: ratebook.RatebookError = new ratebook.RatesError({ code: 'rates.closed', message: '', path: '', reasons: [] })
console.log(price.total, codes.length, refused.code)
