/**
 * The plugin for remark as a default export, for tools that load plugins by name, such as Next with Turbopack and remark's configuration files.
 *
 * @module xenogloss/remark
 */
export {remarkXenogloss as default} from './plugins/unified-plugins.js'
