import Glibc

/// The sanitizer that the tests were built with.
package enum Sanitizer {
    package static var isThread: Bool { dlsym(nil, "__tsan_init") != nil }
    package static var isAddress: Bool { dlsym(nil, "__asan_init") != nil }
    package static var isPresent: Bool { isThread || isAddress }
}
