import DefaultTheme from 'vitepress/theme'
import {onMounted} from 'vue'
import 'xenogloss/reader.css'

// The reader changes the page, so it waits until Vue has taken it over.
export default {extends: DefaultTheme, setup: () => onMounted(() => import('xenogloss/reader/page'))}
