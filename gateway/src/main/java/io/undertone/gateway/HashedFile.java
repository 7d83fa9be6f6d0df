package io.undertone.gateway;

/**
 * A file by its content.
 *
 * @param sha256 in hexadecimal digits
 */
record HashedFile(FileStamp stamp, String sha256) {
    String name() {
        return stamp.name();
    }
}
