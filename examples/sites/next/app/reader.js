'use client'
import {useEffect} from 'react'

/** The reader changes the page, so it waits until React has taken it over. */
export function Reader() {
  useEffect(() => void import('xenogloss/reader/page'), [])
}
