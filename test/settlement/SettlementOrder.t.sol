// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Receipt} from "../../contracts/settlement/ISettlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {vm} from "../support/Vm.sol";

/// @notice Whoever opens leaves, and whenever bonds pay for receipts that were left out, everybody gets the same.
contract SettlementOrderTest is SettlementTest {
    uint256 private constant STEPS = 13;

    uint32 private second;

    function setUp() public override {
        super.setUp();
        second = offerLot(commodityId, "LOT-2", SALE, 2);
        asset.drip(address(platforms), 1e9);
        vm.prank(address(platforms));
        asset.approve(address(settlement), type(uint256).max);
        commit(twoLots(1));
        settle(oneReceipt(2, 777_777));
    }

    function testFuzz_openings_and_compensations_in_any_order(uint256 seed) public {
        uint256 state = vm.snapshotState();
        uint256[] memory order = new uint256[](STEPS);
        for (uint256 i; i < STEPS; ++i) order[i] = i;
        play(order);
        bytes32 expected = result();

        vm.revertToState(state);
        for (uint256 i; i < STEPS; ++i) {
            uint256 j = i + (uint256(keccak256(abi.encode(seed, i))) % (STEPS - i));
            (order[i], order[j]) = (order[j], order[i]);
        }
        play(order);
        vm.assertEq(result(), expected);
    }

    /// @dev A nominee's leaf waits for its lot's, in the order that was given.
    function play(uint256[] memory order) private {
        bool[STEPS] memory done;
        for (uint256 left = STEPS; left > 0;) {
            uint256 before = left;
            for (uint256 i; i < STEPS; ++i) {
                if (done[order[i]]) continue;
                try this.step(order[i]) {
                    done[order[i]] = true;
                    --left;
                } catch {}
            }
            vm.assertLt(left, before);
        }
    }

    function step(uint256 i) external {
        if (i == 0) openLot(twoLots(1), lotId);
        if (i == 1) openLot(twoLots(1), second);
        if (i == 2) openNominee(twoLots(1), lotId, 1);
        if (i == 3) openNominee(twoLots(1), lotId, 2);
        if (i == 4) openNominee(twoLots(1), second, 1);
        if (i == 5) openRecommender(twoLots(1), 0);
        if (i == 6) openRecommender(twoLots(1), 1);
        if (i == 7) openRecommender(twoLots(1), 2);
        if (i == 8) openLot(oneReceipt(2, 777_777), lotId);
        if (i == 9) openNominee(oneReceipt(2, 777_777), lotId, 1);
        if (i == 10) compensate(receipt(20, 1, lotId, 1_234_567, 1, 1), 10_000);
        if (i == 11) compensate(receipt(21, 2, second, 7_654_321, 2, 2), 10_000);
        if (i == 12) compensate(receipt(22, 2, 99, 1_000_000, 1, 0), 5_000);
    }

    function compensate(Receipt memory r, uint256 bps) private {
        uint256 amount = (settlement.owedFor(r) * bps) / 10_000;
        vm.prank(address(platforms));
        settlement.compensate(r, amount);
    }

    function twoLots(uint32 epoch) private view returns (Receipt[] memory receipts) {
        receipts = new Receipt[](4);
        Receipt[] memory three = threeReceipts(epoch);
        for (uint256 i; i < 3; ++i) receipts[i] = three[i];
        receipts[3] = receipt(4, epoch, second, 333_333, 1, 2);
    }

    function result() private view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    fingerprint(),
                    settlement.potOf(second),
                    settlement.nominatedOf(second, 1),
                    settlement.nominatedOf(second, 2),
                    settlement.lotLeafOf(platformId, 1, second),
                    settlement.nominationsCloseAt(second)
                )
            );
    }
}
