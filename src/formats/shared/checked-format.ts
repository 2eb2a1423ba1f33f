import * as v from 'valibot'
import {checkOptionsBySchema} from '../../util/check-options.js'
import type {DictionaryFormat, FormatOutput, ReadOptions, WriteOptions} from '../types.js'
import {createOwnFields, createReadFields, createWriteFields} from './option-fields.js'

/**
 * Makes a format check the options of `read` and `write`.
 *
 * @param own names of the options for writing that are not those of every format
 * @returns the format; its functions throw a TypeError that names a wrong option, what it may be, and the nearest name
 */
export function checkedFormat<const T extends DictionaryFormat>(format: T, own: readonly (keyof ReturnType<typeof createOwnFields>)[] = []): T {
  const {read, write} = format
  const createReadSchema = () => v.strictObject({...createReadFields(), file: v.optional(v.string())})
  const createWriteSchema = () => {
    const fields = createOwnFields()
    return v.strictObject({...createWriteFields(), ...Object.fromEntries(own.map((name) => [name, fields[name]]))})
  }
  return {
    ...format,
    ...(read && {read: (input: FormatOutput, options: ReadOptions = {}) => read(input, checkOptionsBySchema(createReadSchema, options))}),
    ...(write && {
      write: (dictionary: Parameters<typeof write>[0], options: WriteOptions = {}) => write(dictionary, checkOptionsBySchema(createWriteSchema, options)),
    }),
  }
}
