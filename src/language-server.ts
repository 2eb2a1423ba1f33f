#!/usr/bin/env node
import {startLanguageServer} from './language-server/start-language-server.js'

startLanguageServer()
