"""pyarrow: files under Parquet's modular encryption. They come out different each time: the keys are random."""

import base64

import pyarrow
import pyarrow.parquet as parquet
import pyarrow.parquet.encryption as encryption

from generator.case import Case, refused_case
from generator.pyarrow_scalars import PRODUCER

RANDOM = True
REFUSED = "(?i)encrypt"


class OpenKeys(encryption.KmsClient):
    """Keeps no secret: it wraps a key by writing it down. The files only have to be encrypted, not safe."""

    def __init__(self, _configuration):
        encryption.KmsClient.__init__(self)

    def wrap_key(self, key_bytes, master_key_identifier):
        return base64.b64encode(key_bytes)

    def unwrap_key(self, wrapped_key, master_key_identifier):
        return base64.b64decode(wrapped_key)


def cases() -> list[Case]:
    return [
        refused_case(
            "pyarrow_encrypted_footer",
            "pyarrow-encrypted-footer.parquet",
            PRODUCER,
            "Everything encrypted, the footer too: the file begins and ends with PARE.",
            REFUSED,
        ),
        refused_case(
            "pyarrow_encrypted_column",
            "pyarrow-encrypted-column.parquet",
            PRODUCER,
            "A plain footer (PAR1), and the column name encrypted.",
            REFUSED,
        ),
    ]


def write(folder) -> list:
    rows = pyarrow.table({"id": pyarrow.array([1, 2], pyarrow.int32()), "name": ["a", "b"]})
    factory = encryption.CryptoFactory(OpenKeys)
    for case, plaintext_footer, column_keys in zip(
        cases(), (False, True), ({"k": ["id", "name"]}, {"k": ["name"]})
    ):
        properties = factory.file_encryption_properties(
            encryption.KmsConnectionConfig(),
            encryption.EncryptionConfiguration(
                footer_key="footer", column_keys=column_keys, plaintext_footer=plaintext_footer
            ),
        )
        parquet.write_table(rows, folder / case.file, encryption_properties=properties)
    return cases()
