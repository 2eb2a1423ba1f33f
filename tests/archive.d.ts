export declare function storyOf(index: number, share?: number): {id: string; text: string; format: 'text'}
export declare function archive(count: number, options?: {from?: number; share?: number}): string
