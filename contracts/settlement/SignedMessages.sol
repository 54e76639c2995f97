// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Receipt} from "./ISettlement.sol";

/// @notice A recommender allows platforms to credit him with the buyers that his link brings.
struct ReferralGrant {
    uint32 recommenderId;
    /// 2^32 − 1: all of them.
    uint32 commodityId;
    /// The recommender's own name for the link.
    string campaign;
    bytes32 nonce;
    uint48 validUntil;
}

/// @title SignedMessages
/// @notice What platforms and recommenders sign off chain, see docs/encoding.md: EIP-712 messages in the domain of the
/// settlement contract (receipts) or of the register of recommenders (grants). Here, so that all contracts hash them alike.
library SignedMessages {
    string internal constant NAME = "Trusted Commerce Commune";
    string internal constant VERSION = "1";

    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant NAME_HASH = keccak256(bytes(NAME));
    bytes32 private constant VERSION_HASH = keccak256(bytes(VERSION));
    bytes32 private constant RECEIPT_TYPEHASH = keccak256(
        "Receipt(uint32 platformId,uint32 epoch,bytes32 orderId,uint32 lotId,uint32 quantity,uint72 sales,uint72 fee,uint72 commission,uint32 recommenderId,uint32 nomineeId,bytes32 buyerCommitment)"
    );
    bytes32 private constant REFERRAL_GRANT_TYPEHASH = keccak256(
        "ReferralGrant(uint32 recommenderId,uint32 commodityId,string campaign,bytes32 nonce,uint48 validUntil)"
    );

    /// @notice EIP-712 domain of a settlement contract on this chain, whatever this chain's id is by now.
    function domainOf(address settlement) internal view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPEHASH, NAME_HASH, VERSION_HASH, block.chainid, settlement));
    }

    /// @notice EIP-712 digest of a receipt.
    function digestOf(Receipt calldata receipt, bytes32 domain) internal pure returns (bytes32) {
        bytes32 typeHash = RECEIPT_TYPEHASH;
        bytes32 structHash;
        // keccak256(abi.encode(typeHash, receipt)) of 11 words without looking at each. A word that is out of its field's range
        // is hashed as it is: nobody signed that.
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, typeHash)
            calldatacopy(add(m, 0x20), receipt, 0x160)
            structHash := keccak256(m, 0x180)
        }
        return MessageHashUtils.toTypedDataHash(domain, structHash);
    }

    /// @notice EIP-712 digest of a referral grant.
    function digestOf(ReferralGrant calldata grant, bytes32 domain) internal pure returns (bytes32) {
        bytes32 structHash = keccak256(
            abi.encode(
                REFERRAL_GRANT_TYPEHASH,
                grant.recommenderId,
                grant.commodityId,
                keccak256(bytes(grant.campaign)),
                grant.nonce,
                grant.validUntil
            )
        );
        return MessageHashUtils.toTypedDataHash(domain, structHash);
    }

    /// @notice Whether `signer` signed: with its key (65 bytes, low s only) or, if it is a contract, by ERC-1271. The key is
    /// tried first: an account that has a key and, by ERC-7702, code may use either.
    function isSignedBy(address signer, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        (address recovered, ECDSA.RecoverError failure, ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && recovered == signer) return true;
        return signer.code.length > 0 && SignatureChecker.isValidERC1271SignatureNowCalldata(signer, digest, signature);
    }
}
