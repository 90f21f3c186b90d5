import Crypto
import Notation

/// `sha256:…` of bytes.
package func sha256(_ bytes: some Sequence<UInt8>) -> String { "sha256:" + hexadecimal(SHA256.hash(data: Array(bytes))) }
