import {type DefaultTreeAdapterTypes as Dom, defaultTreeAdapter, InsertionMode, Parser, type ParserOptions, Token, Tokenizer, TokenizerMode} from 'parse5'

/**
 * parse5 reads text one character at a time, makes a token of each word and each space, and a new location for each token. In the body of a
 * page all of them are treated alike, so this tokenizer makes one token of a line. The tree is the same; with locations, parsing prose takes
 * a third of the time.
 */

type Map = Dom.DefaultTreeAdapterMap

/** Modes in which the words and spaces of a text are inserted alike (living standard, sections 13.2.6.4.7, .11, .15 and .18). */
const TEXT_MODES: ReadonlySet<InsertionMode> = new Set([InsertionMode.IN_BODY, InsertionMode.IN_CAPTION, InsertionMode.IN_CELL, InsertionMode.IN_TEMPLATE])

class BulkTokenizer extends Tokenizer {
  /** @param parser the handler of the tokens */
  constructor(
    options: ConstructorParameters<typeof Tokenizer>[0],
    private readonly parser: Parser<Map>,
  ) {
    super(options, parser)
    // The whole source is there anyway; what is cut from it is slower to read.
    this.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY
  }

  protected override _stateData(unit: number): void {
    super._stateData(unit)
    const {preprocessor, parser} = this
    // A run that ends here can be extended; where parse5 stores none, nothing is.
    const isOpen = this.currentCharacterToken?.type === Token.TokenType.CHARACTER && this.runEnd === preprocessor.pos + 1
    if (!isOpen || this.state !== TokenizerMode.DATA || !TEXT_MODES.has(parser.insertionMode) || this.inForeignNode) return
    this.runEnd = findTextEnd(preprocessor.html, this.runEnd)
    preprocessor.pos = this.runEnd - 1
  }
}

/** A unit that may begin markup, end a line, or be part of a pair; the engine finds it several times faster than a loop does. */
const SPECIAL = /[^ -%'-;=-\ud7ff\ue000-\uffff]/g

/** Returns the offset of the next such unit. */
function findTextEnd(html: string, from: number): number {
  SPECIAL.lastIndex = from
  return SPECIAL.test(html) ? SPECIAL.lastIndex - 1 : html.length
}

class BulkParser extends Parser<Map> {
  constructor(...parameters: ConstructorParameters<typeof Parser<Map>>) {
    super(...parameters)
    const {inForeignNode} = this.tokenizer
    this.tokenizer = new BulkTokenizer(this.options, this)
    this.tokenizer.inForeignNode = inForeignNode
  }
}

/** Updates locations in place; the default adapter copies one for each token. */
const treeAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  setNodeSourceCodeLocation: (node, location) => {
    node.sourceCodeLocation = location && {...location}
  },
  updateNodeSourceCodeLocation: (node, end) => {
    if (node.sourceCodeLocation) Object.assign(node.sourceCodeLocation, end)
    else defaultTreeAdapter.updateNodeSourceCodeLocation(node, end)
  },
}

/** Parses a page, with locations. */
export const parsePage = (html: string, createElement: typeof defaultTreeAdapter.createElement): Dom.Document =>
  BulkParser.parse(html, toOptions(createElement)) as Dom.Document

/** Parses a fragment, with locations. */
export function parseFragment(html: string, createElement: typeof defaultTreeAdapter.createElement): Dom.DocumentFragment {
  const parser = BulkParser.getFragmentParser(null, toOptions(createElement))
  parser.tokenizer.write(html, true)
  return parser.getFragment() as Dom.DocumentFragment
}

const toOptions = (createElement: typeof defaultTreeAdapter.createElement): ParserOptions<Map> => ({
  sourceCodeLocationInfo: true,
  scriptingEnabled: false,
  treeAdapter: {...treeAdapter, createElement},
})
