package org.stadtbus.vault;

class FileStoreKeepsItsPromisesTest extends StoreContract {

    @Override
    Blobs emptyStore() {
        return new FileBlobs(home.resolve("objects"));
    }
}
