/** JSON schemas of Yomitan's files, written from docs/making-yomitan-dictionaries.md and dictionaries that it loads. */

const text = {type: 'string'}
const number = {type: 'number'}
const word = {type: 'string', minLength: 1}

const content = {$ref: '#/definitions/content'}
const data = {type: 'object', additionalProperties: text}

export const indexSchema = {
  type: 'object',
  required: ['title', 'revision', 'format'],
  properties: {
    title: word,
    revision: word,
    format: {const: 3},
    sequenced: {type: 'boolean'},
    attribution: text,
    description: text,
    sourceLanguage: {type: 'string', pattern: '^[a-z]{2,3}$'},
    targetLanguage: {type: 'string', pattern: '^[a-z]{2,3}$'},
  },
}

export const tagBankSchema = {type: 'array', items: {type: 'array', items: [word, text, number, text, number], minItems: 5, additionalItems: false}}

export const termBankSchema = {
  definitions: {
    content: {
      anyOf: [
        text,
        {type: 'array', items: content},
        {
          type: 'object',
          required: ['tag'],
          properties: {tag: {enum: ['span', 'div', 'ol', 'ul', 'li']}, content, data, lang: text, title: text},
          additionalProperties: false,
        },
        {
          type: 'object',
          required: ['tag', 'href'],
          properties: {tag: {const: 'a'}, content, href: {type: 'string', pattern: '^(?:https?:|\\?)'}, lang: text},
          additionalProperties: false,
        },
      ],
    },
    structured: {
      type: 'object',
      required: ['type', 'content'],
      properties: {type: {const: 'structured-content'}, content},
      additionalProperties: false,
    },
    deinflection: {type: 'array', items: [word, {type: 'array', items: word, minItems: 1}], minItems: 2, additionalItems: false},
  },
  type: 'array',
  maxItems: 10_000,
  items: {
    type: 'array',
    items: [
      word,
      text,
      text,
      text,
      number,
      {type: 'array', minItems: 1, items: {anyOf: [{$ref: '#/definitions/structured'}, {$ref: '#/definitions/deinflection'}]}},
      {type: 'integer'},
      text,
    ],
    minItems: 8,
    additionalItems: false,
  },
}
