// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Commodities} from "../../contracts/commodities/Commodities.sol";
import {Commodity, ICommodities, Standing} from "../../contracts/commodities/ICommodities.sol";
import {IQualityModels} from "../../contracts/models/IQualityModels.sol";
import {AssetTransfers} from "../../contracts/shared/AssetTransfers.sol";
import {CommoditiesTest} from "../support/CommoditiesTest.sol";
import {FeeOnTransferToken} from "../support/OddTokens.sol";
import {bound, vm} from "../support/Vm.sol";

contract ListingTest is CommoditiesTest {
    uint64 private constant MAX_GTIN = 99_999_999_999_999;

    function test_constructor_keepsItsParts() public view {
        vm.assertEq(address(commodities.asset()), address(asset));
        vm.assertEq(address(commodities.models()), address(models));
        vm.assertEq(commodities.authority(), address(access));
        vm.assertEq(commodities.evaluations(), address(evaluations));
        vm.assertEq(uint256(commodities.genesis()), GENESIS);
        vm.assertEq(uint256(commodities.epochLength()), EPOCH);
        vm.assertEq(uint256(commodities.bondRequired()), BOND);
        vm.assertEq(uint256(commodities.unsealChargeBps()), 2_500);
    }

    /* LIST */

    function testFuzz_list_keepsTheTermsAndTheBond(
        address seller,
        uint64 gtin,
        uint16 feeBps,
        uint16 commissionBps,
        bytes32 digest
    ) public {
        vm.assume(seller != address(0) && seller.code.length == 0 && digest != 0);
        gtin = _withCheckDigit(uint64(bound(gtin, 0, MAX_GTIN / 10)));
        feeBps = uint16(bound(feeBps, 100, 3_000));
        commissionBps = uint16(bound(commissionBps, 0, 2_000));
        fund(seller);
        uint256 before = asset.balanceOf(seller);
        vm.expectEmit(address(commodities));
        emit ICommodities.CommodityListed(2, seller, modelId, gtin, feeBps, commissionBps, BOND, digest);
        vm.prank(seller);
        vm.assertEq(uint256(commodities.list(modelId, gtin, feeBps, commissionBps, digest)), 2);

        Commodity memory expected = Commodity({
            producer: seller,
            modelId: modelId,
            feeBps: feeBps,
            commissionBps: commissionBps,
            lots: 0,
            gtin: gtin,
            bond: BOND,
            lastClosingEpoch: 0,
            retired: false,
            pledged: 0,
            cases: 0
        });
        vm.assertEq(keccak256(abi.encode(commodities.commodityOf(2))), keccak256(abi.encode(expected)));
        vm.assertEq(uint256(commodities.commodityCount()), 2);
        vm.assertEq(asset.balanceOf(seller), before - BOND);
        vm.assertEq(asset.balanceOf(address(commodities)), 2 * uint256(BOND));
        vm.assertTrue(commodities.standingOf(2) == Standing.New);
    }

    /// @dev GTIN-8 96385074, GTIN-12 614141000036, GTIN-13 4006381333931, GTIN-14 10614141000415, none, and the largest.
    function test_list_acceptsGtinsOfEveryLength() public {
        uint64[6] memory gtins = [uint64(96385074), 614141000036, 4006381333931, 10614141000415, 0, 99999999999997];
        for (uint256 i; i < gtins.length; ++i) {
            vm.prank(producer);
            uint32 id = commodities.list(modelId, gtins[i], 1_500, 500, DOCUMENT);
            vm.assertEq(uint256(commodities.commodityOf(id).gtin), gtins[i]);
        }
    }

    function testFuzz_list_refusesAWrongCheckDigit(uint64 body, uint256 wrong) public changesNothing {
        uint64 right = _withCheckDigit(uint64(bound(body, 0, MAX_GTIN / 10)));
        uint8 digit = uint8(right % 10);
        uint64 given = right - digit + uint64((digit + bound(wrong, 1, 9)) % 10);
        _expectListRefused(abi.encodeWithSelector(ICommodities.InvalidGtin.selector, given, digit));
        commodities.list(modelId, given, 1_500, 500, DOCUMENT);
    }

    /// @dev Two neighbouring digits swapped, the commonest mistake: 4006381333931 → 4006383133931.
    function test_list_refusesSwappedDigits() public changesNothing {
        _expectListRefused(abi.encodeWithSelector(ICommodities.InvalidGtin.selector, 4006383133931, 5));
        commodities.list(modelId, 4006383133931, 1_500, 500, DOCUMENT);
    }

    function testFuzz_list_refusesMoreThanFourteenDigits(uint64 body) public changesNothing {
        uint64 gtin = _withCheckDigit(uint64(bound(body, MAX_GTIN / 10 + 1, type(uint64).max / 10 - 1)));
        _expectListRefused(abi.encodeWithSelector(ICommodities.InvalidGtin.selector, gtin, gtin % 10));
        commodities.list(modelId, gtin, 1_500, 500, DOCUMENT);
    }

    function testFuzz_list_refusesAFeeOutsideItsBounds(uint16 feeBps) public changesNothing {
        vm.assume(feeBps < 100 || feeBps > 3_000);
        _expectListRefused(abi.encodeWithSelector(ICommodities.RateOutOfBounds.selector, feeBps, 100, 3_000));
        commodities.list(modelId, GTIN, feeBps, 500, DOCUMENT);
    }

    function testFuzz_list_refusesACommissionOutsideItsBounds(uint16 commissionBps) public changesNothing {
        commissionBps = uint16(bound(commissionBps, 2_001, type(uint16).max));
        _expectListRefused(abi.encodeWithSelector(ICommodities.RateOutOfBounds.selector, commissionBps, 0, 2_000));
        commodities.list(modelId, GTIN, 1_500, commissionBps, DOCUMENT);
    }

    function test_list_refusesNoDocument() public changesNothing {
        _expectListRefused(abi.encodeWithSelector(ICommodities.NoDocument.selector));
        commodities.list(modelId, GTIN, 1_500, 500, 0);
    }

    function testFuzz_list_refusesAnUnknownModel(uint32 unknown) public changesNothing {
        vm.assume(unknown != modelId);
        _expectListRefused(abi.encodeWithSelector(IQualityModels.UnknownModel.selector, unknown));
        commodities.list(unknown, GTIN, 1_500, 500, DOCUMENT);
    }

    function test_list_refusesARetiredModel() public changesNothing {
        vm.prank(expert);
        models.retire(modelId);
        _expectListRefused(abi.encodeWithSelector(ICommodities.ModelNotActive.selector, modelId));
        commodities.list(modelId, GTIN, 1_500, 500, DOCUMENT);
    }

    function test_list_refusesWithoutTheBond() public changesNothing {
        vm.prank(STRANGER);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(commodities), 0, BOND)
        );
        commodities.list(modelId, GTIN, 1_500, 500, DOCUMENT);
    }

    function test_list_refusesAnAssetThatTakesAFee() public {
        FeeOnTransferToken token = new FeeOnTransferToken(1);
        Commodities others = new Commodities(address(access), token, models, GENESIS, EPOCH);
        token.mint(producer, BOND);
        vm.startPrank(producer);
        token.approve(address(others), BOND);
        vm.expectRevert(
            abi.encodeWithSelector(AssetTransfers.ShortTransfer.selector, BOND, (uint256(BOND) * 9_999) / 10_000)
        );
        others.list(modelId, GTIN, 1_500, 500, DOCUMENT);
        vm.stopPrank();
        vm.assertEq(uint256(others.commodityCount()), 0);
    }

    /* TERMS */

    function testFuzz_setTerms_changesTheNextLotsOnly(uint16 feeBps, uint16 commissionBps) public {
        feeBps = uint16(bound(feeBps, 100, 3_000));
        commissionBps = uint16(bound(commissionBps, 0, 2_000));
        uint32 before = anyLot(START);
        vm.expectEmit(address(commodities));
        emit ICommodities.TermsSet(commodityId, feeBps, commissionBps);
        vm.prank(producer);
        commodities.setTerms(commodityId, feeBps, commissionBps);
        uint32 afterwards = anyLot(START);

        vm.assertEq(uint256(commodities.commodityOf(commodityId).feeBps), feeBps);
        vm.assertEq(uint256(commodities.commodityOf(commodityId).commissionBps), commissionBps);
        vm.assertEq(uint256(commodities.termsOf(before).feeBps), 1_500);
        vm.assertEq(uint256(commodities.termsOf(before).commissionBps), 500);
        vm.assertEq(uint256(commodities.termsOf(afterwards).feeBps), feeBps);
        vm.assertEq(uint256(commodities.termsOf(afterwards).commissionBps), commissionBps);
    }

    function testFuzz_setTerms_refusesRatesOutsideTheirBounds(
        uint16 feeBps,
        uint16 commissionBps
    ) public changesNothing {
        vm.assume((feeBps < 100 || feeBps > 3_000) && commissionBps > 2_000);
        vm.startPrank(producer);
        vm.expectRevert(abi.encodeWithSelector(ICommodities.RateOutOfBounds.selector, feeBps, 100, 3_000));
        commodities.setTerms(commodityId, feeBps, 500);
        vm.expectRevert(abi.encodeWithSelector(ICommodities.RateOutOfBounds.selector, commissionBps, 0, 2_000));
        commodities.setTerms(commodityId, 1_500, commissionBps);
        vm.stopPrank();
    }

    function testFuzz_setTerms_refusesOthers(address caller) public changesNothing {
        vm.assume(caller != producer);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ICommodities.NotProducer.selector, commodityId, caller));
        commodities.setTerms(commodityId, 200, 200);
    }

    /* UNKNOWN */

    function testFuzz_commodities_refuseUnknownIds(uint32 id) public changesNothing {
        vm.assume(id != commodityId);
        bytes memory expected = abi.encodeWithSelector(ICommodities.UnknownCommodity.selector, id);
        ICommodities.LotOffer memory lot = lotOffer(id, "L", START, 1);
        vm.startPrank(producer);
        vm.expectRevert(expected);
        commodities.setTerms(id, 200, 200);
        vm.expectRevert(expected);
        commodities.topUpBond(id, 1);
        vm.expectRevert(expected);
        commodities.retire(id);
        vm.expectRevert(expected);
        commodities.withdrawBond(id);
        vm.expectRevert(expected);
        commodities.offer(lot);
        vm.expectRevert(expected);
        commodities.commodityOf(id);
        vm.expectRevert(expected);
        commodities.standingOf(id);
        vm.stopPrank();
    }

    /* HELPERS */

    function _expectListRefused(bytes memory expected) private {
        vm.prank(producer);
        vm.expectRevert(expected);
    }

    /// @dev By digits from the left, unlike the contract.
    function _withCheckDigit(uint64 body) private pure returns (uint64) {
        bytes memory digits = bytes(vm.toString(uint256(body)));
        uint256 sum;
        for (uint256 i; i < digits.length; ++i) {
            uint256 digit = uint8(digits[i]) - 0x30;
            sum += (digits.length - i) % 2 == 1 ? digit * 3 : digit;
        }
        return body * 10 + uint64((1_000 - sum) % 10);
    }
}
