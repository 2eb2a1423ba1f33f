type Teller = (index: number, share?: number) => {id: string; text: string; format: 'text'}
export declare function tellerOf(told: string): Teller
export declare const storyOf: Teller
export declare function archive(count: number, options?: {from?: number; share?: number}): string
