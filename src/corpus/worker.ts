/** What runs in each thread of the pool; built to a file of its own. */
import {workerData} from 'node:worker_threads'
import {type Answer, answerer, type Knowledge, type Task} from './answer.js'
import {joinPart} from './join-part.js'

// The pool puts data of its own before ours.
const [, knowledge] = workerData as [unknown, Knowledge]
let own: ((task: Task) => Promise<Answer>) | undefined

export const answer = (task: Task): Promise<Answer> => {
  own ??= answerer(knowledge)
  return own(task)
}

export {joinPart as join}
