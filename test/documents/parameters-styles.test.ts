import { describe, expect, test } from 'vitest'
import { type Parameter, readParameter } from './read-parameter.ts'

const SHAPES = {
  text: { type: 'string' },
  list: { type: 'array', items: { type: 'string' } },
  numbers: { type: 'array', items: { type: 'integer' } },
  object: { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' }, on: { type: 'boolean' } } },
} as const
type Shape = keyof typeof SHAPES
type Row = readonly [style: string | undefined, explode: boolean | undefined, shape: Shape, sent: string, value: unknown]

const COLORS = ['blue', 'black', 'brown']
const RG = { R: 100, G: 200 }

const PATH: readonly Row[] = [
  [undefined, undefined, 'text', 'blue', 'blue'],
  ['simple', false, 'text', 'bl%2Cue%2F%C3%A9', 'bl,ue/é'],
  ['simple', false, 'text', 'a+b', 'a+b'],
  ['simple', true, 'text', 'blue', 'blue'],
  ['simple', false, 'list', 'blue,black,brown', COLORS],
  ['simple', false, 'list', 'blue', ['blue']],
  ['simple', false, 'list', 'a%2Cb,c', ['a,b', 'c']],
  ['simple', true, 'list', 'blue,black,brown', COLORS],
  ['simple', false, 'numbers', '1,2', [1, 2]],
  ['simple', false, 'numbers', '1,x', ['/path/color/1 type']],
  ['simple', false, 'object', 'R,100,G,200', RG],
  ['simple', false, 'object', 'R,100,G', ['/path/color style']],
  ['simple', true, 'object', 'R=100,G=200,on=true', { ...RG, on: true }],
  ['simple', true, 'object', 'R,100', ['/path/color style']],
  ['label', false, 'text', '.blue', 'blue'],
  ['label', false, 'text', '.', ''],
  ['label', false, 'text', 'blue', ['/path/color type']],
  ['label', true, 'text', '.a.b', 'a.b'],
  ['label', false, 'list', '.blue,black,brown', COLORS],
  ['label', false, 'numbers', '.1.2', [1, 2]],
  ['label', true, 'list', '.blue.black.brown', COLORS],
  ['label', true, 'list', '.', []],
  ['label', true, 'list', '.a%2Eb.c', ['a.b', 'c']],
  ['label', false, 'object', '.R,100,G,200', RG],
  ['label', false, 'object', '.R.100.G.200', RG],
  ['label', true, 'object', '.R=100.G=200', RG],
  ['label', true, 'object', '.R%3D100', { R: 100 }],
  ['matrix', false, 'text', ';color=blue', 'blue'],
  ['matrix', false, 'text', ';color', ''],
  ['matrix', false, 'text', ';colour=blue', ['/path/color type']],
  ['matrix', true, 'text', ';color=blue', 'blue'],
  ['matrix', false, 'list', ';color=blue,black,brown', COLORS],
  ['matrix', false, 'list', ';color', []],
  ['matrix', true, 'list', ';color=blue;color=black;color=brown', COLORS],
  ['matrix', true, 'list', ';color=blue;shade=black', ['/path/color style']],
  ['matrix', true, 'numbers', ';color=1;color=2', [1, 2]],
  ['matrix', false, 'object', ';color=R,100,G,200', RG],
  ['matrix', true, 'object', ';R=100;G=200', RG],
]

const QUERY: readonly Row[] = [
  [undefined, undefined, 'text', 'color=blue', 'blue'],
  [undefined, undefined, 'text', 'color=', ''],
  [undefined, undefined, 'text', 'color', ''],
  [undefined, undefined, 'text', 'color=a+b%2Bc', 'a b+c'],
  [undefined, undefined, 'text', 'color=a:b/c?d', 'a:b/c?d'],
  ['form', false, 'text', 'color=a,b', 'a,b'],
  [undefined, undefined, 'list', 'color=blue&color=black&color=brown', COLORS],
  ['form', true, 'list', 'color=a,b', ['a,b']],
  ['form', true, 'list', 'color=', ['']],
  ['form', true, 'numbers', 'color=', []],
  ['form', true, 'numbers', 'color=1&color=x', ['/query/color/1 type']],
  ['form', false, 'list', 'color=blue,black,brown', COLORS],
  ['form', false, 'list', 'color=a%2Cb,c', ['a,b', 'c']],
  ['form', false, 'list', 'color=a%2Cb', ['a,b']],
  ['form', false, 'numbers', 'color=1%2C2', [1, 2]],
  ['form', false, 'list', 'color=', []],
  ['form', false, 'list', 'color=a&color=b', ['warning /query/color repeated']],
  ['form', false, 'object', 'color=R,100,G,200', RG],
  ['form', false, 'object', 'color=', {}],
  ['form', false, 'object', 'color=R,100,G', ['/query/color style']],
  [undefined, undefined, 'object', 'R=100&G=200', RG],
  ['form', true, 'object', 'R=red', ['/query/color/R type']],
  ['spaceDelimited', false, 'list', 'color=blue%20black%20brown', COLORS],
  ['spaceDelimited', false, 'list', 'color=blue+black+brown', COLORS],
  ['spaceDelimited', undefined, 'numbers', 'color=1%202', [1, 2]],
  ['spaceDelimited', true, 'list', 'color=blue&color=black&color=brown', COLORS],
  ['spaceDelimited', false, 'object', 'color=R%20100%20G%20200', RG],
  ['pipeDelimited', false, 'list', 'color=blue|black|brown', COLORS],
  ['pipeDelimited', undefined, 'list', 'color=blue%7Cblack%7cbrown', COLORS],
  ['pipeDelimited', false, 'list', 'color=a,b|c', ['a,b', 'c']],
  ['pipeDelimited', true, 'numbers', 'color=1&color=2', [1, 2]],
  ['pipeDelimited', false, 'object', 'color=R|100|G|200', RG],
  ['deepObject', true, 'object', 'color[R]=100&color[G]=200', RG],
  ['deepObject', undefined, 'object', 'color%5BR%5D=100', { R: 100 }],
  ['deepObject', true, 'object', 'color[R]=red', ['/query/color/R type']],
  ['deepObject', true, 'object', 'color[R]=1&color[R]=2', { R: 2 }],
]

const HEADER: readonly Row[] = [
  [undefined, undefined, 'text', 'blue', 'blue'],
  ['simple', false, 'text', 'a,b', 'a,b'],
  ['simple', false, 'text', 'a%20b', 'a%20b'],
  ['simple', false, 'list', 'blue,black,brown', COLORS],
  ['simple', false, 'list', 'blue, black , brown', COLORS],
  ['simple', true, 'list', 'blue,black,brown', COLORS],
  ['simple', false, 'list', '', []],
  ['simple', false, 'numbers', '1,x', ['/header/color/1 type']],
  ['simple', false, 'object', 'R,100,G,200', RG],
  ['simple', true, 'object', 'R=100, G=200', RG],
]

const COOKIE: readonly Row[] = [
  [undefined, undefined, 'text', 'color=blue', 'blue'],
  ['form', true, 'text', 'a=1; color=bl%2Cue; b=2', 'bl,ue'],
  ['form', true, 'text', 'color="blue"', 'blue'],
  ['form', true, 'text', 'color=', ''],
  ['form', true, 'text', 'color=100%', '100%'],
  ['form', true, 'text', 'color=a=b', 'a=b'],
  ['form', true, 'numbers', 'color=1&color=2', [1, 2]],
  ['form', true, 'numbers', 'color=1; color=2', [1, 2]],
  ['form', true, 'numbers', 'color=1%2C2', [1, 2]],
  ['form', false, 'list', 'color=blue,black,brown', COLORS],
  ['form', false, 'object', 'color=R,100,G,200', RG],
  ['form', true, 'object', 'R=100; G=200', RG],
  ['form', true, 'object', 'color=R=100&G=200', RG],
  ['form', true, 'object', 'color=R%3D100%2CG%3D200', RG],
  ['form', true, 'object', 'color=R%2C100%2CG%2C200', RG],
  ['cookie', true, 'numbers', 'color=1; color=2', [1, 2]],
  ['form', true, 'numbers', 'color=x', ['/cookie/color/0 type']],
]

describe.each([
  ['path', PATH],
  ['query', QUERY],
  ['header', HEADER],
  ['cookie', COOKIE],
] as const)('in %s', (where, rows) => {
  test.each(rows)('style %s, explode %s, %s: %s', (style, explode, shape, sent, value) => {
    const p: Parameter = { in: where, schema: SHAPES[shape], ...(style ? { style } : {}), ...(explode === undefined ? {} : { explode }) }
    expect(readParameter(p, sent)).toEqual(value)
  })
})
