// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {CaseState} from "../../contracts/platforms/IPledges.sol";
import {Receipt} from "../../contracts/settlement/ISettlement.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {Scope, Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Signatures that were made for something else, in another form, or are denied.
contract AttackSignaturesTest is PlatformsTest {
    bytes32 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    address private signer = vm.addr(SIGNER_KEY);

    function setUp() public override {
        super.setUp();
        toEpoch(3);
    }

    /* REPLAY */

    /// A receipt of this chain is none on another chain, and the other way round.
    function testFuzz_attack_replay_across_chains(uint64 chainId) public {
        uint256 other = bound(chainId, 1, type(uint64).max - 1);
        vm.assume(other != block.chainid);
        bytes memory here = signed(receipts[0]);
        bytes memory there = signedBy(SIGNER_KEY, Trees.digest(receipts[0], scopeAt(other, address(settlement))));
        refuseNotSigned(receipts[0], there);
        vm.chainId(other);
        refuseNotSigned(receipts[0], here);
        vm.prank(challenger);
        platforms.challengeReceipt{value: PLEDGE}(receipts[0], there);
    }

    /// A case stays on the chain on which it was opened: after a fork the receipt's digest is another one.
    function test_attack_slash_across_a_fork() public {
        challenge(receipts[0]);
        passDeadline();
        vm.chainId(1);
        refuseSlash(
            receipts[0],
            abi.encodeWithSelector(IChallenges.ReceiptNotChallenged.selector, digestOf(receipts[0]))
        );
    }

    /// Platform 1 of another settlement contract has the same key.
    function test_attack_replay_across_contracts() public {
        bytes memory signature = signed(receipts[0]);
        bytes memory otherSignature = signed(changed(receipts[0]));
        toEpoch(0);
        deploySettlement(asset);
        admitPlatform(operator, "https://relay.example");
        toEpoch(3);
        refuseNotSigned(receipts[0], signature);
        refuse(
            challenger,
            abi.encodeCall(
                IChallenges.slashEquivocation,
                (receipts[0], signature, changed(receipts[0]), otherSignature)
            ),
            abi.encodeWithSelector(IChallenges.NotSignedByPlatform.selector, platformId, 1, signer)
        );
        challenge(receipts[0]);
    }

    function test_attack_replay_across_epochs() public {
        toEpoch(5);
        bytes memory signature = signed(receipts[0]);
        for (uint32 epoch = 2; epoch < 4; ++epoch) {
            receipts[0].epoch = epoch;
            refuseNotSigned(receipts[0], signature);
        }
    }

    /// Two platforms of one operator with one key.
    function test_attack_replay_across_platforms() public {
        toEpoch(0);
        bytes memory signature = signed(receipts[0]);
        platformId = admitPlatform(operator, "");
        toEpoch(3);
        receipts[0].platformId = platformId;
        refuseNotSigned(receipts[0], signature);
        challenge(receipts[0]);
    }

    /* MALLEABLE SIGNATURES */

    /// The other s, and the short form of ERC-2098, recover to the same key and are refused.
    function testFuzz_attack_malleable_signature(Receipt memory one) public {
        (one.platformId, one.epoch) = (platformId, 1);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SIGNER_KEY, digestOf(one));
        bytes32 high = bytes32(uint256(ORDER) - uint256(s));
        vm.assertEq(ecrecover(digestOf(one), v ^ 7, r, high), signer);
        refuseNotSigned(one, abi.encodePacked(r, high, v ^ 7));
        refuseNotSigned(one, abi.encodePacked(r, bytes32(uint256(s) | (uint256(v - 27) << 255))));
        refuseNotSigned(one, abi.encodePacked(r, s, v - 27));
        refuseNotSigned(one, abi.encodePacked(r, s, v, uint8(0)));
        refuseNotSigned(one, abi.encodePacked(r, s));
        refuseNotSigned(one, "");
    }

    function testFuzz_attack_garbage_signature(bytes memory garbage) public {
        refuseNotSigned(receipts[0], garbage);
    }

    /// One receipt is challenged once, however it is signed; and two signatures of one receipt are no two receipts.
    function test_attack_two_signatures_of_one_receipt() public {
        bytes memory signature = signed(receipts[0]);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SIGNER_KEY, digestOf(receipts[0]));
        bytes memory other = abi.encodePacked(r, bytes32(uint256(ORDER) - uint256(s)), v ^ 7);
        refuse(
            challenger,
            abi.encodeCall(IChallenges.slashEquivocation, (receipts[0], signature, receipts[0], other)),
            abi.encodeWithSelector(IChallenges.SameReceipt.selector, digestOf(receipts[0]))
        );
    }

    /// Bits beyond a field's type would make another digest of the same receipt: nobody signed that.
    function testFuzz_attack_dirty_words(uint8 field, uint8 bit) public {
        uint8[9] memory widths = [32, 32, 32, 32, 72, 72, 72, 32, 32];
        uint8[9] memory words = [0, 1, 3, 4, 5, 6, 7, 8, 9];
        field %= 9;
        uint256 dirt = 1 << bound(bit, widths[field], 255);
        bytes memory data = abi.encodeCall(IChallenges.challengeReceipt, (receipts[0], signed(receipts[0])));
        uint256 offset = 36 + 32 * uint256(words[field]);
        assembly ("memory-safe") {
            let at := add(data, offset)
            mstore(at, or(mload(at), dirt))
        }
        bytes32 before = fingerprint();
        vm.prank(challenger);
        (bool success, ) = address(platforms).call{value: PLEDGE}(data);
        vm.assertFalse(success);
        vm.assertEq(fingerprint(), before);
    }

    /* SIGNERS THAT DENY */

    /// A contract can deny what it signed, and its receipts are worth nothing from then on: ERC-1271 cannot bind. Cases that were opened before
    /// go on, and nothing but the receipts is lost: what such a platform posts is demanded as ever.
    function test_attack_signer_contract_that_denies() public {
        ContractWallet wallet = new ContractWallet(vm.addr(OTHER_KEY));
        toEpoch(0);
        platformId = platforms.admit(operator, address(wallet), "");
        platforms.depositBond(platformId, PLATFORM_BOND);
        toEpoch(3);
        Receipt memory one = receipt(1, 1, lotId, 1e6, 1, 1);
        Receipt memory other = receipt(2, 1, lotId, 1e6, 1, 1);
        vm.prank(challenger);
        platforms.challengeReceipt{value: PLEDGE}(one, signedBy(OTHER_KEY, digestOf(one)));
        signer = address(wallet);
        wallet.deny(true);
        refuseNotSigned(other, signedBy(OTHER_KEY, digestOf(other)));
        passDeadline();
        platforms.slashReceipt(one);
        vm.assertTrue(platforms.receiptCaseOf(digestOf(one)).state == CaseState.Slashed);
        vm.assertLt(platform().bond, PLATFORM_BOND);
    }

    /// A key that gets code (ERC-7702) which denies everything cannot take back what the key signed.
    function test_attack_key_that_gets_code_which_denies() public {
        ContractWallet wallet = new ContractWallet(vm.addr(OTHER_KEY));
        vm.etch(signer, address(wallet).code);
        ContractWallet(signer).deny(true);
        challenge(receipts[0]);
        slashEquivocation(receipts[1]);
    }

    /* HELPERS */

    function scopeAt(uint256 chainId, address contract_) private view returns (Scope memory) {
        return Scope(chainId, contract_, platformId, 1);
    }

    function refuseNotSigned(Receipt memory one, bytes memory signature) private {
        bytes memory expected = abi.encodeWithSelector(
            IChallenges.NotSignedByPlatform.selector,
            one.platformId,
            one.epoch,
            signer
        );
        refuseChallenge(one, signature, expected);
    }
}
