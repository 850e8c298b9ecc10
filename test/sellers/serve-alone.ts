import { serveSeller } from './serve.ts'

/** Serves the seller that the environment asks for, in a process of its own. */
const { url } = await serveSeller(process.env)
console.log(`Sells at ${url}`)
