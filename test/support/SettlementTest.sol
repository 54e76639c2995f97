// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, Receipt, Statement} from "../../contracts/settlement/ISettlement.sol";
import {CommuneTest} from "./CommuneTest.sol";
import {Refusals} from "./Refusals.sol";
import {Scope, Trees} from "./Trees.sol";
import {vm} from "./Vm.sol";

/// @notice A platform with statements: one commodity at 15 % fees and 5 % commission with a lot on sale in the epochs 1 and
/// 2 (closing 6, scoring 7, claiming 8), two registered recommenders, and short names for what platform and payees do.
abstract contract SettlementTest is CommuneTest, Refusals {
    uint32 internal constant SALE = 1;
    uint32 internal constant CLOSING = 6;
    uint32 internal constant CLAIMING = 8;

    address internal alice = address(0xA11CE);
    address internal bob = address(0xB0B);
    address internal alicePayout = address(0xA11CE2);
    address internal bobPayout = address(0xB0B2);
    address internal stranger = address(0x57);

    uint32 internal modelId;
    uint32 internal commodityId;
    uint32 internal lotId;

    function setUp() public virtual override {
        super.setUp();
        modelId = publishModel();
        commodityId = listCommodity(modelId);
        lotId = offerLot(commodityId, "LOT-1", SALE, 2);
        vm.prank(alice);
        recommenders.register(alicePayout);
        vm.prank(bob);
        recommenders.register(bobPayout);
        fund(address(this));
    }

    /* RECEIPTS */

    function scopeOf(uint32 epoch) internal view returns (Scope memory) {
        return Scope(block.chainid, address(settlement), platformId, epoch);
    }

    /// @dev The n-th receipt of an epoch over `sales` at the lot's rates.
    function receipt(
        uint256 n,
        uint32 epoch,
        uint32 lot,
        uint72 sales,
        uint32 nomineeId,
        uint32 recommenderId
    ) internal view returns (Receipt memory) {
        return
            Receipt({
                platformId: platformId,
                epoch: epoch,
                orderId: bytes32(n),
                lotId: lot,
                quantity: 1,
                sales: sales,
                fee: ceilBps(sales, 1_500),
                commission: recommenderId == 0 ? 0 : ceilBps(sales, 500),
                recommenderId: recommenderId,
                nomineeId: nomineeId,
                buyerCommitment: keccak256(abi.encode("buyer", n))
            });
    }

    /// @dev Three orders of the lot: nominees 1, 1 and 2; recommenders nobody, Alice and Bob.
    function threeReceipts(uint32 epoch) internal view returns (Receipt[] memory receipts) {
        receipts = new Receipt[](3);
        receipts[0] = receipt(1, epoch, lotId, 1_000_000, 1, 0);
        receipts[1] = receipt(2, epoch, lotId, 2_000_001, 1, 1);
        receipts[2] = receipt(3, epoch, lotId, 3_000_003, 2, 2);
    }

    function oneReceipt(uint32 epoch, uint72 sales) internal view returns (Receipt[] memory receipts) {
        receipts = new Receipt[](1);
        receipts[0] = receipt(1, epoch, lotId, sales, 1, 0);
    }

    function ceilBps(uint256 amount, uint256 bps) internal pure returns (uint72) {
        return uint72((amount * bps + 9_999) / 10_000);
    }

    /* PLATFORM AND PAYEES */

    /// @dev Posts the statement of `receipts` at the start of the epoch after theirs.
    function commit(Receipt[] memory receipts) internal returns (ISettlement.StatementCommit memory statement) {
        uint32 epoch = receipts[0].epoch;
        statement = Trees.statement(receipts, scopeOf(epoch));
        toEpoch(epoch + 1);
        vm.prank(operator);
        settlement.commitStatement(statement);
    }

    /// @dev Posts the statement and waits until its leaves can be opened.
    function settle(Receipt[] memory receipts) internal {
        commit(receipts);
        toEpoch(receipts[0].epoch + 2);
    }

    function openLot(Receipt[] memory receipts, uint32 lot) internal {
        Scope memory scope = scopeOf(receipts[0].epoch);
        settlement.openLot(
            platformId,
            scope.epoch,
            lot,
            Trees.lotTree(receipts, scope, lot),
            Trees.lotPath(receipts, scope, lot)
        );
    }

    function openNominee(Receipt[] memory receipts, uint32 lot, uint32 nomineeId) internal {
        Scope memory scope = scopeOf(receipts[0].epoch);
        settlement.openNominee(
            platformId,
            scope.epoch,
            lot,
            nomineeId,
            Trees.nomineeTree(receipts, scope, lot, nomineeId),
            Trees.nomineePath(receipts, scope, lot, nomineeId)
        );
    }

    function openRecommender(Receipt[] memory receipts, uint32 recommenderId) internal {
        Scope memory scope = scopeOf(receipts[0].epoch);
        settlement.openRecommender(
            platformId,
            scope.epoch,
            recommenderId,
            Trees.recommenderTree(receipts, scope, recommenderId),
            Trees.recommenderPath(receipts, scope, recommenderId)
        );
    }

    /* CALL DATA OF CALLS THAT ARE TO BE REFUSED */

    function lotCall(Receipt[] memory receipts, Scope memory scope, uint32 lot) internal pure returns (bytes memory) {
        return
            abi.encodeCall(
                ISettlement.openLot,
                (
                    scope.platformId,
                    scope.epoch,
                    lot,
                    Trees.lotTree(receipts, scope, lot),
                    Trees.lotPath(receipts, scope, lot)
                )
            );
    }

    function nomineeCall(
        Receipt[] memory receipts,
        Scope memory scope,
        uint32 lot,
        uint32 nomineeId
    ) internal pure returns (bytes memory) {
        return
            abi.encodeCall(
                ISettlement.openNominee,
                (
                    scope.platformId,
                    scope.epoch,
                    lot,
                    nomineeId,
                    Trees.nomineeTree(receipts, scope, lot, nomineeId),
                    Trees.nomineePath(receipts, scope, lot, nomineeId)
                )
            );
    }

    function recommenderCall(
        Receipt[] memory receipts,
        Scope memory scope,
        uint32 recommenderId
    ) internal pure returns (bytes memory) {
        return
            abi.encodeCall(
                ISettlement.openRecommender,
                (
                    scope.platformId,
                    scope.epoch,
                    recommenderId,
                    Trees.recommenderTree(receipts, scope, recommenderId),
                    Trees.recommenderPath(receipts, scope, recommenderId)
                )
            );
    }

    /// @dev What the settlement refuses a stranger.
    function assertRefused(bytes memory data, bytes memory expected) internal {
        assertRefused(stranger, address(settlement), data, expected);
    }

    /* STATE */

    function fingerprint() internal view virtual override returns (bytes32 result) {
        address[6] memory accounts = [expert, alicePayout, bobPayout, treasury, operator, address(evaluations)];
        for (uint256 i; i < accounts.length; ++i) {
            result = keccak256(abi.encode(result, settlement.creditOf(accounts[i]), asset.balanceOf(accounts[i])));
        }
        for (uint32 epoch; epoch < 10; ++epoch) {
            result = keccak256(abi.encode(result, statementHash(epoch), settlement.communeAccrued(epoch)));
            result = keccak256(abi.encode(result, openedBits(epoch)));
        }
        (uint256 carry, uint32 since) = settlement.carryOf(commodityId);
        result = keccak256(
            abi.encode(
                result,
                asset.balanceOf(address(settlement)),
                settlement.potOf(lotId),
                settlement.nominatedOf(lotId, 1),
                settlement.nominatedOf(lotId, 2),
                carry,
                since,
                settlement.auditFundAccrued()
            )
        );
        return
            keccak256(
                abi.encode(
                    result,
                    settlement.expertBps(),
                    settlement.experiencerBps(),
                    settlement.communeBps(),
                    settlement.commune(),
                    settlement.auditFund()
                )
            );
    }

    function statementHash(uint32 epoch) internal view returns (bytes32) {
        try settlement.statementOf(platformId, epoch) returns (Statement memory statement) {
            return keccak256(abi.encode(statement));
        } catch {
            return 0;
        }
    }

    function openedBits(uint32 epoch) internal view returns (uint256 bits) {
        if (settlement.isLotOpened(platformId, epoch, lotId)) bits |= 1;
        for (uint32 id; id < 4; ++id) {
            if (settlement.isNomineeOpened(platformId, epoch, lotId, id)) bits |= 2 << id;
            if (settlement.isRecommenderOpened(platformId, epoch, id)) bits |= 32 << id;
        }
    }
}
