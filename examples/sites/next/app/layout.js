import 'xenogloss/reader.css'
import {Reader} from './reader.js'

export const metadata = {title: 'The flood'}

export default function Layout({children}) {
  return (
    <html lang="en">
      <body>
        <main>{children}</main>
        <Reader />
      </body>
    </html>
  )
}
