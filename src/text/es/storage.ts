import type { StorageText } from '../storage.ts'

/** The words about the room that a browser gives us and how long it lasts, in Spanish. */
export const storage: StorageText = {
  lost: 'El navegador borró lo que Satchel guardaba en este dispositivo, y por eso tu cartera está vacía. Si tienes una copia de seguridad, puedes recuperar todo lo que contiene.',
  restore: 'Recuperar de una copia',
  full: (used, quota) =>
    `A Satchel le queda poco espacio aquí: ${used} ocupados de ${quota}. Guarda una copia de seguridad y después libera espacio en este dispositivo.`,
  private:
    'Esta parece una ventana privada: lo que añadas desaparecerá al cerrarla. Para conservarlo, abre Satchel en una ventana normal.',
  understood: 'Entendido',
  eraseOffline:
    'También se va la propia aplicación, y no tienes conexión: para volver a abrir Satchel, este dispositivo necesitará la red.',
}
