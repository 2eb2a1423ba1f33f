-- For init.lua of Neovim 0.11 or newer, after `npm install --global xenogloss`.
vim.lsp.config('xenogloss', {
  cmd = {'xenogloss-language-server', '--stdio'},
  filetypes = {'markdown', 'html', 'text'},
  root_markers = {'xenogloss.config.json', 'xenogloss.config.yaml', '.xenoglossrc', '.git'},
})
vim.lsp.enable('xenogloss')
-- K shows what a word or line means, gra offers fixes, Ctrl-X Ctrl-O completes words.
