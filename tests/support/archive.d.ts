type StoryGenerator = (index: number, share?: number) => {id: string; text: string; format: 'text'}
export declare function createStoryGenerator(source: string): StoryGenerator
export declare const storyOf: StoryGenerator
export declare function archive(count: number, options?: {from?: number; share?: number}): string
