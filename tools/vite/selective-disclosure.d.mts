import type { Plugin } from 'vite'

export function selectiveDisclosure(): Plugin
