// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Equivocation, IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {IDemands, Leaf, LeafKind} from "../../contracts/platforms/IDemands.sol";
import {Platform} from "../../contracts/platforms/IPlatforms.sol";
import {Case} from "../../contracts/platforms/IPledges.sol";
import {ISettlement, PurchaseProof, Receipt, ReferralProof} from "../../contracts/settlement/ISettlement.sol";
import {SettlementTest} from "./SettlementTest.sol";
import {Trees} from "./Trees.sol";
import {vm} from "./Vm.sol";

/// @notice A platform whose receipts of epoch 1 are in storage, and short names for what challengers and the platform do.
abstract contract PlatformsTest is SettlementTest {
    uint256 internal constant OTHER_KEY = 0x0bad;
    uint256 internal constant PLEDGE = 0.0002 ether;
    uint32 internal constant WINDOW = EPOCH / 2;
    uint256 internal constant LEAST_PENALTY = PLATFORM_BOND / 40;

    address internal challenger = address(0xC4A11);
    /// @dev Three orders of the lot: nominees 1, 1 and 2; recommenders nobody, Alice and Bob.
    Receipt[] internal receipts;

    function setUp() public virtual override {
        super.setUp();
        Receipt[] memory three = threeReceipts(1);
        for (uint256 i; i < 3; ++i) receipts.push(three[i]);
        vm.deal(challenger, 1_000 ether);
        vm.deal(stranger, 1_000 ether);
        vm.deal(address(this), 1_000 ether);
    }

    /* SIGNATURES */

    function digestOf(Receipt memory one) internal view returns (bytes32) {
        return Trees.digest(one, scopeOf(one.epoch));
    }

    function signed(Receipt memory one) internal view returns (bytes memory) {
        return signedBy(SIGNER_KEY, digestOf(one));
    }

    function signedBy(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    /* RECEIPTS */

    function challenge(Receipt memory one) internal returns (bytes32 digest) {
        digest = digestOf(one);
        bytes memory signature = signed(one);
        uint256 pledge = platforms.casePledge();
        vm.prank(challenger);
        platforms.challengeReceipt{value: pledge}(one, signature);
    }

    /// @dev Challenges a receipt, lets the answer become overdue and slashes.
    function slash(Receipt memory one) internal {
        challenge(one);
        passDeadline();
        platforms.slashReceipt(one);
    }

    function answer(uint256 index) internal {
        platforms.answerReceipt(receipts[index], purchaseOf(index), referralOf(index));
    }

    /// @dev Two receipts for one order that differ in nothing but the quantity.
    function slashEquivocation(Receipt memory one) internal {
        Receipt memory other = changed(one);
        (bytes memory signature, bytes memory otherSignature) = (signed(one), signed(other));
        vm.prank(challenger);
        platforms.slashEquivocation(one, signature, other, otherSignature);
    }

    function changed(Receipt memory one) internal pure returns (Receipt memory other) {
        other = abi.decode(abi.encode(one), (Receipt));
        other.quantity += 1;
    }

    function purchaseOf(uint256 index) internal view returns (PurchaseProof memory) {
        return Trees.purchaseProof(receipts, scopeOf(1), index);
    }

    function referralOf(uint256 index) internal view returns (ReferralProof memory) {
        return Trees.referralProof(receipts, scopeOf(1), index);
    }

    /// @dev A receipt of epoch 1 that no statement holds.
    function lost(uint256 n) internal view returns (Receipt memory) {
        return receipt(1_000 + n, 1, lotId, 2_000_001, 1, 1);
    }

    function post(ISettlement.StatementCommit memory statement) internal {
        vm.prank(operator);
        settlement.commitStatement(statement);
    }

    /* LEAVES */

    function lotLeaf() internal view returns (Leaf memory) {
        return Leaf(platformId, 1, LeafKind.Lot, lotId, 0);
    }

    function nomineeLeaf(uint32 nomineeId) internal view returns (Leaf memory) {
        return Leaf(platformId, 1, LeafKind.Nominee, lotId, nomineeId);
    }

    function recommenderLeaf(uint32 recommenderId) internal view returns (Leaf memory) {
        return Leaf(platformId, 1, LeafKind.Recommender, 0, recommenderId);
    }

    function demand(Leaf memory leaf) internal returns (bytes32 leafId) {
        leafId = keccak256(abi.encode(leaf));
        uint256 pledge = platforms.casePledge();
        vm.prank(challenger);
        demands.demandLeaf{value: pledge}(leaf);
    }

    /* TIME */

    /// @dev To the last second in which a case that was opened now can be answered.
    function toDeadline() internal {
        vm.warp(block.timestamp + WINDOW);
    }

    /// @dev To the first second in which a case that was opened now can be slashed.
    function passDeadline() internal {
        vm.warp(block.timestamp + WINDOW + 1);
    }

    /* REFUSALS */

    function refuse(address caller, bytes memory data, bytes memory expected) internal {
        assertRefused(caller, address(platforms), data, expected);
    }

    function refuseChallenge(Receipt memory one, bytes memory signature, bytes memory expected) internal {
        bytes memory data = abi.encodeCall(IChallenges.challengeReceipt, (one, signature));
        assertRefused(challenger, address(platforms), platforms.casePledge(), data, expected);
    }

    function refuseChallenge(Receipt memory one, bytes memory expected) internal {
        refuseChallenge(one, signed(one), expected);
    }

    function refuseAnswer(
        Receipt memory one,
        PurchaseProof memory purchase,
        ReferralProof memory referral,
        bytes memory expected
    ) internal {
        refuse(operator, abi.encodeCall(IChallenges.answerReceipt, (one, purchase, referral)), expected);
    }

    function refuseSlash(Receipt memory one, bytes memory expected) internal {
        refuse(challenger, abi.encodeCall(IChallenges.slashReceipt, (one)), expected);
    }

    function refuseDemand(Leaf memory leaf, bytes memory expected) internal {
        bytes memory data = abi.encodeCall(IDemands.demandLeaf, (leaf));
        assertRefused(challenger, address(demands), platforms.casePledge(), data, expected);
    }

    function refuseByDemands(bytes memory data, bytes memory expected) internal {
        assertRefused(stranger, address(demands), data, expected);
    }

    /* STATE */

    function platform() internal view returns (Platform memory) {
        return platforms.platformOf(platformId);
    }

    function fingerprint() internal view virtual override returns (bytes32) {
        return keccak256(abi.encode(super.fingerprint(), registryHash(), moneyHash(), casesHash()));
    }

    function registryHash() internal view returns (bytes32 result) {
        for (uint32 epoch; epoch < 12; ++epoch) {
            result = keccak256(abi.encode(result, platforms.signerOf(platformId, epoch)));
        }
        return
            keccak256(
                abi.encode(result, platforms.platformCount(), platform(), platforms.minBond(), platforms.demands())
            );
    }

    function moneyHash() internal view returns (bytes32 result) {
        address[6] memory accounts = [
            challenger,
            stranger,
            operator,
            address(this),
            address(platforms),
            address(demands)
        ];
        for (uint256 i; i < accounts.length; ++i) {
            address one = accounts[i];
            result = keccak256(abi.encode(result, one.balance, asset.balanceOf(one)));
            result = keccak256(abi.encode(result, platforms.pledgeOf(one), demands.pledgeOf(one)));
            result = keccak256(abi.encode(result, platforms.rewardOf(one)));
        }
        return keccak256(abi.encode(result, platforms.pledgesWonBy(platformId), demands.pledgesWonBy(platformId)));
    }

    function casesHash() internal view returns (bytes32 result) {
        for (uint256 i; i < receipts.length; ++i) {
            Case memory one = platforms.receiptCaseOf(digestOf(receipts[i]));
            Equivocation memory two = platforms.equivocationOf(platformId, receipts[i].orderId);
            result = keccak256(abi.encode(result, one, two));
        }
        result = keccak256(abi.encode(result, demandOf(lotLeaf())));
        for (uint32 id; id < 4; ++id) {
            result = keccak256(abi.encode(result, demandOf(nomineeLeaf(id)), demandOf(recommenderLeaf(id))));
        }
    }

    function demandOf(Leaf memory leaf) internal view returns (Case memory) {
        return demands.demandOf(keccak256(abi.encode(leaf)));
    }
}
