import createMDX from '@next/mdx'

// Plugins by name work with Turbopack as with webpack.
const withMDX = createMDX({options: {remarkPlugins: [['xenogloss/remark', {renderer: 'tooltip'}]]}})

export default withMDX({pageExtensions: ['js', 'mdx'], output: 'export'})
