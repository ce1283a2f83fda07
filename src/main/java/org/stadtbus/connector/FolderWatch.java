package org.stadtbus.connector;

/** Watches over a folder whose files are picked up. */
public final class FolderWatch extends PollWatch {
    private final FolderPickup<?> pickup;

    /** @param pickup what is told that a new look begins, and words failures */
    public FolderWatch(FolderPickup<?> pickup) {
        super(pickup::explain);
        this.pickup = pickup;
    }

    @Override
    protected void lookAgain() {
        pickup.lookAgain();
    }
}
