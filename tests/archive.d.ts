export declare function storyOf(index: number): {id: string; text: string; format: 'text'}
export declare function archive(count: number, from?: number): string
