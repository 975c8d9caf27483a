package vn.gocua.engine.transfer.archive;

/**
 * A piece of a file that is handed out by QR code, small enough to be a record.
 *
 * @param id of the document
 * @param part counted from 0; a file of no bytes has one empty piece
 * @param bytes in base 64
 */
public record DocumentPiece(String id, int part, String bytes) {}
