export declare function treeOf(pid: number): number[]
export declare function megabytesOf(pid: number): number
export declare function secondsOfChildren(): number
